/** Naming somebody who acts in an approver's place for some days, and ending it early. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { readDay } from '#src/platform/day.ts'
import { accountsWithRole, actorOf, findAccount } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { HeldPlace } from './access.ts'
import { refuse } from './refusals.ts'
import { endStandInRow, insertStandIn } from './stand-in-store.ts'

export interface StandInInput {
  /** Account that acts. */
  by: string
  /** '' for everything. */
  duty: string
  from: string
  to: string
  reason: string
  at: Temporal.Instant
}

/** @throws Refusal `stand_in_is_yourself`, `person_unknown`, `dates_wrong`, `stand_in_reason_missing` */
export async function nameStandIn(db: Db, { visitor, person }: HeldPlace, input: StandInInput): Promise<void> {
  const { by, duty, at } = input
  const reason = input.reason.trim()
  if (!reason) refuse('stand_in_reason_missing', {}, 422)
  if (by === person) refuse('stand_in_is_yourself', {}, 422)
  const [from, to] = [
    readDay(input.from) ?? refuse('dates_wrong', {}, 422),
    readDay(input.to) ?? refuse('dates_wrong', {}, 422),
  ]
  await db.transaction().execute(async (tx) => {
    const us = await ourInstitution(tx)
    const today = at.toZonedDateTimeISO(us.zone).toPlainDate()
    const past = Temporal.PlainDate.compare(to, today) < 0
    if (past || Temporal.PlainDate.compare(to, from) < 0) refuse('dates_wrong', {}, 422)
    const approvers = await accountsWithRole(tx, 'approver', duty || undefined)
    const holder = approvers.find((one) => one.id === person) ?? (duty ? undefined : await findAccount(tx, person))
    const deputy = await findAccount(tx, by)
    if (!holder || !deputy) return refuse('person_unknown', {}, 422)
    const id = crypto.randomUUID()
    const days = { from: from.toString(), to: to.toString() }
    await insertStandIn(tx, { id, for: person, by, duty, ...days, reason }, { by: visitor.account.id, at })
    const detail = { person: holder.name.latin, standIn: deputy.name.latin, duty, ...days, reason }
    await record(tx, { at, by: actorOf(visitor), about: { kind: 'stand_in', id }, act: 'stand_in.named', detail })
  })
}

/** Ends it now. @throws Refusal `person_unknown` where there is no such running stand-in of that person */
export async function endStandIn(
  db: Db,
  { visitor, person }: HeldPlace,
  { id, at }: { id: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ended = await endStandInRow(tx, id, { by: visitor.account.id, at })
    if (ended?.for_account !== person) refuse('person_unknown', {}, 422)
    await record(tx, { at, by: actorOf(visitor), about: { kind: 'stand_in', id }, act: 'stand_in.ended' })
  })
}
