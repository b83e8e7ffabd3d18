/** At a rehearsal the signatories press as they will on the day. It is a mark on the rehearsal's copy and nothing else. */
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Party, Plan } from '#src/ceremonies/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { actorOf, beginAssertion, finishAssertion } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { SignatorysDesk } from './access.ts'
import { readSigning } from './read-signing.ts'
import { insertMark, type Mark } from './said-store.ts'
import { refuse } from './stage.ts'
import { stageMessage } from './stage-message.ts'
import { lockStage, stageTopic } from './store.ts'
import type { markShape } from './wire.ts'

export interface MarkPress {
  seat: string
  /** The passkey's answer; none: pressed without one. */
  response?: string
  at: Temporal.Instant
  publicUrl: string
}

const purpose = ({ id }: Plan, seat: string) => `rehearsal:${id}:${seat}`

/** Options for the browser's passkey prompt, as at the real signing; what is signed is a random number that says nothing. */
export async function beginMark(db: Db, desk: SignatorysDesk, asked: Omit<MarkPress, 'response'>) {
  const { plan, visitor } = desk
  const { seat, at, publicUrl } = asked
  if (!plan.rehearsalOf) refuse('stage_not_rehearsal')
  if (!desk.seats.includes(seat)) refuse('stage_not_your_seat', {}, 403)
  const challenge = new Uint8Array(randomBytes(32))
  const account = visitor.account.id
  return db
    .transaction()
    .execute((tx) =>
      beginAssertion(tx, { account, purpose: purpose(plan, seat), challenge, payload: null, now: at, publicUrl }),
    )
}

/** @throws Refusal `stage_not_rehearsal` where it would count, `stage_not_signing` before the moderator has begun the signing */
export async function markRehearsal(db: Db, desk: SignatorysDesk, press: MarkPress): Promise<void> {
  const { plan, visitor } = desk
  const { seat, response, at, publicUrl } = press
  if (!plan.rehearsalOf) refuse('stage_not_rehearsal')
  if (!desk.seats.includes(seat)) refuse('stage_not_your_seat', {}, 403)
  await db.transaction().execute(async (tx) => {
    const { scene } = await lockStage(tx, plan, at)
    if (scene !== 'signing') refuse('stage_not_signing')
    if (response) {
      const account = visitor.account.id
      await finishAssertion(tx, { account, purpose: purpose(plan, seat), response, now: at, publicUrl })
    }
    const method = response ? 'passkey' : 'press'
    const mark: Mark = { seat, byName: visitor.account.name.latin, at, method }
    if (!(await insertMark(tx, plan.id, mark))) return
    const then = [stageMessage(plan, 'mark', { ...mark, at: at.toString() })]
    const about = { kind: 'stage', id: plan.id }
    await record(tx, { at, by: actorOf(visitor), about, act: 'stage.marked', detail: { seat, method }, then })
    await announce(tx, stageTopic(plan.id))
  })
}

/** Only for seats of the side whose node says so, and only on a rehearsal. @returns whether it is news */
export async function takeMark(
  tx: Tx,
  plan: Plan,
  { at, ...mark }: z.infer<typeof markShape>,
  party: Party,
): Promise<boolean> {
  if (!plan.rehearsalOf) refuse('stage_not_rehearsal')
  const seat = (await readSigning(tx, plan))?.seats.find(({ id }) => id === mark.seat)
  if (seat?.party !== party) refuse('stage_not_the_partner', {}, 403)
  return insertMark(tx, plan.id, { ...mark, at: Temporal.Instant.from(at) })
}
