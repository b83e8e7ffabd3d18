/** A key partner joins a programme or leaves it; what shall be reached is written down. */
import { findPartnership } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { OfficersProgramme } from './access.ts'
import { isOpen, refuseProgramme } from './programme.ts'
import { deleteTarget, insertTarget, joinProgramme, leaveProgramme, lockProgramme } from './store.ts'

export interface TakingPart {
  partner: string
  /** The day, in our own zone. */
  on: Temporal.PlainDate
  at: Temporal.Instant
}

/** @throws Refusal `programme_needs_key_partner` where the partner has not that tier, `programme_over` */
export async function letTakePart(db: Db, held: OfficersProgramme, { partner, on, at }: TakingPart): Promise<void> {
  await change(db, held, async (tx) => {
    const tie = await findPartnership(tx, partner)
    if (tie?.state !== 'key_partner' && tie?.state !== 'under_review')
      refuseProgramme('programme_needs_key_partner', {}, 422)
    await joinProgramme(tx, held.programme.id, partner, on.toString())
    await note(tx, held, { act: 'programme.joined', at, detail: { partner } })
  })
}

/** Repeating it changes nothing. */
export async function endTakingPart(db: Db, held: OfficersProgramme, { partner, on, at }: TakingPart): Promise<void> {
  await change(db, held, async (tx) => {
    if (await leaveProgramme(tx, held.programme.id, partner, on.toString()))
      await note(tx, held, { act: 'programme.left', at, detail: { partner } })
  })
}

export interface TargetInput {
  name: { en: string; zh: string }
  value: string
  byYear: number
  at: Temporal.Instant
}

/** @throws Refusal `programme_target_wrong` where name, number or year is missing */
export async function setTarget(db: Db, held: OfficersProgramme, input: TargetInput): Promise<void> {
  const { name, value, byYear, at } = input
  const wrong = (!name.en && !name.zh) || !/^\d{1,11}(\.\d{1,2})?$/.test(value) || !(byYear >= 1900 && byYear <= 2200)
  if (wrong) refuseProgramme('programme_target_wrong', {}, 422)
  await change(db, held, async (tx) => {
    const row = { id: crypto.randomUUID(), programme: held.programme.id, name_en: name.en, name_zh: name.zh }
    await insertTarget(tx, { ...row, value, by_year: byYear })
    await note(tx, held, { act: 'programme.target_set', at, detail: { name: name.en || name.zh, value, byYear } })
  })
}

export async function dropTarget(
  db: Db,
  held: OfficersProgramme,
  { target, at }: { target: string; at: Temporal.Instant },
): Promise<void> {
  await change(db, held, async (tx) => {
    if (await deleteTarget(tx, held.programme.id, target))
      await note(tx, held, { act: 'programme.target_dropped', at, detail: { target } })
  })
}

/** In one transaction, on a programme that is not over. */
async function change(db: Db, { programme }: OfficersProgramme, act: (tx: Tx) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { state } = (await lockProgramme(tx, programme.id))!
    if (!isOpen(state)) refuseProgramme('programme_over')
    await act(tx)
  })
}

async function note(
  tx: Tx,
  { officer, programme }: OfficersProgramme,
  { act, at, detail }: { act: string; at: Temporal.Instant; detail: Record<string, Json> },
): Promise<void> {
  await record(tx, { at, by: actorOf(officer), about: { kind: 'programme', id: programme.id }, act, detail })
}
