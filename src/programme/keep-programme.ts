/** An officer writes down a programme, changes it, or moves it on. */

import type { Db } from '#src/platform/database/tables.ts'
import { readDay } from '#src/platform/day.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersProgramme } from './access.ts'
import { moveProgramme, type ProgrammeAct, refuseProgramme } from './programme.ts'
import {
  findProgramme,
  insertProgramme,
  lockProgramme,
  type ProgrammeDetails,
  saveProgrammeStep,
  updateProgramme,
} from './store.ts'

/** @returns the new programme's id. @throws Refusal `programme_name_missing`, `programme_dates_wrong`, `programme_budget_wrong` */
export async function addProgramme(
  db: Db,
  officer: Visitor,
  { details, at }: { details: ProgrammeDetails; at: Temporal.Instant },
): Promise<string> {
  checkProgramme(details)
  const id = crypto.randomUUID()
  await db.transaction().execute(async (tx) => {
    await insertProgramme(tx, id, details, at)
    const detail = { name: details.name.en || details.name.zh }
    await record(tx, { at, by: actorOf(officer), about: { kind: 'programme', id }, act: 'programme.added', detail })
  })
  return id
}

/**
 * @param input `revision`: the one the officer's form began from
 * @throws Refusal as `addProgramme`, and `programme_changed_meanwhile` where a colleague saved in between
 */
export async function changeProgramme(
  db: Db,
  { officer, programme }: OfficersProgramme,
  { details, revision, at }: { details: ProgrammeDetails; revision: number; at: Temporal.Instant },
): Promise<void> {
  checkProgramme(details)
  await db.transaction().execute(async (tx) => {
    if (!(await updateProgramme(tx, programme.id, details, revision))) refuseProgramme('programme_changed_meanwhile')
    const about = { kind: 'programme', id: programme.id }
    const detail = { name: details.name.en || details.name.zh, startsOn: details.startsOn, endsOn: details.endsOn }
    await record(tx, { at, by: actorOf(officer), about, act: 'programme.changed', detail })
  })
}

/** @throws Refusal `programme_reason_missing`, `programme_does_not_allow`, `programme_successor_missing` for a renewal into nothing */
export async function moveProgrammeOn(
  db: Db,
  { officer, programme }: OfficersProgramme,
  input: { act: ProgrammeAct; reason: string; successor: string; at: Temporal.Instant },
): Promise<void> {
  const { act, at } = input
  const reason = input.reason.trim()
  if (!reason) refuseProgramme('programme_reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = (await lockProgramme(tx, programme.id))!
    const to = moveProgramme(before.state, act)
    const successor = act === 'renew' ? await findProgramme(tx, input.successor) : undefined
    if (act === 'renew' && (!successor || successor.id === before.id)) {
      return refuseProgramme('programme_successor_missing', {}, 422)
    }
    const step = { act, to, successor: successor?.id ?? null, at, byName: officer.account.name.latin, reason }
    await saveProgrammeStep(tx, before.id, step)
    const about = { kind: 'programme', id: before.id }
    const detail = { reason, from: before.state, to, successor: successor?.id ?? null }
    await record(tx, { at, by: actorOf(officer), about, act: `programme.${act}`, detail })
  })
}

function checkProgramme({ name, startsOn, endsOn, budget, currency }: ProgrammeDetails): void {
  if (!name.en && !name.zh) refuseProgramme('programme_name_missing', {}, 422)
  if (!readDay(startsOn) || !readDay(endsOn) || startsOn >= endsOn) refuseProgramme('programme_dates_wrong', {}, 422)
  if (budget && (!/^\d{1,11}(\.\d{1,2})?$/.test(budget) || Number(budget) === 0 || !/^[A-Z]{3}$/.test(currency))) {
    refuseProgramme('programme_budget_wrong', {}, 422)
  }
}
