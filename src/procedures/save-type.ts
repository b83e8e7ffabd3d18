/** Administrators name the house's types of agreements and the days a stage may take. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { KeptProcedures } from './access.ts'
import { refuse } from './refusals.ts'
import { type Stage, stages } from './tables.ts'
import { type AgreementType, insertType, lockType, saveTarget, stageTargets, updateType } from './type-store.ts'
import { countedWords } from './words.ts'

export interface TypeInput {
  /** Null for a new one. */
  key: string | null
  details: Pick<AgreementType, 'name' | 'countsAs' | 'termMonths' | 'noticeMonths' | 'retired'>
  revision: number
  at: Temporal.Instant
}

/** @returns the type's key. @throws Refusal `names_missing`, `type_unknown`, `type_exists`, `months_wrong`, `changed_meanwhile` */
export async function saveType(db: Db, { keeper }: KeptProcedures, input: TypeInput): Promise<string> {
  const { details, at } = input
  if (!details.name.en || !details.name.zh) refuse('names_missing', {}, 422)
  if (!Object.hasOwn(countedWords, details.countsAs)) refuse('type_unknown', {}, 422)
  if (!isMonths(details.termMonths, 1, 600) || !isMonths(details.noticeMonths, 0, 36)) refuse('months_wrong', {}, 422)
  const key = input.key ?? keyOf(details.name.en)
  await db.transaction().execute(async (tx) => {
    const before = input.key ? ((await lockType(tx, input.key)) ?? refuse('type_unknown', {}, 422)) : undefined
    if (before && before.revision !== input.revision) refuse('changed_meanwhile')
    const after = { key, ...details, revision: (before?.revision ?? 0) + 1 }
    if (before) await updateType(tx, after, at)
    else if (!(await insertType(tx, after, at))) refuse('type_exists')
    const detail = { before: (before ?? null) as unknown as Json, after: after as unknown as Json }
    const act = before ? 'type.changed' : 'type.added'
    await record(tx, { at, by: actorOf(keeper), about: { kind: 'agreement_type', id: key }, act, detail })
  })
  return key
}

const isMonths = (months: number | null, least: number, most: number) =>
  months === null || (Number.isInteger(months) && months >= least && months <= most)

function keyOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 40)
  return plain || `type_${crypto.randomUUID().slice(0, 8)}`
}

/** @throws Refusal `days_wrong` */
export async function setTargets(
  db: Db,
  { keeper }: KeptProcedures,
  { days, at }: { days: Record<Stage, number>; at: Temporal.Instant },
): Promise<void> {
  if (!stages.every((stage) => Number.isInteger(days[stage]) && days[stage] >= 1 && days[stage] <= 1000))
    refuse('days_wrong', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = await stageTargets(tx)
    for (const stage of stages) await saveTarget(tx, stage, days[stage])
    const about = { kind: 'stage_targets', id: 'all' }
    await record(tx, { at, by: actorOf(keeper), about, act: 'targets.set', detail: { before, after: days } })
  })
}
