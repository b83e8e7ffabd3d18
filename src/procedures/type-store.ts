/** SQL of the house's own types of agreements, and of the days a stage may take. */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Stage, TypeTable } from './tables.ts'

export interface AgreementType {
  key: string
  name: Phrase
  /** The register's own kind it is counted under; `key` makes the partner a key partner. */
  countsAs: string
  termMonths: number | null
  noticeMonths: number | null
  retired: boolean
  revision: number
}

const toType = (r: Selectable<TypeTable>): AgreementType => ({
  key: r.key,
  name: { en: r.name_en, zh: r.name_zh },
  countsAs: r.counts_as,
  termMonths: r.term_months,
  noticeMonths: r.notice_months,
  retired: r.retired_at !== null,
  revision: r.revision,
})

/** Every type by its English name, those no longer used last. */
export async function agreementTypes(db: Db): Promise<AgreementType[]> {
  const rows = await db.selectFrom('agreement_type').selectAll().orderBy('name_en').execute()
  return rows.map(toType).sort((a, b) => Number(a.retired) - Number(b.retired))
}

export async function findType(db: Db, key: string): Promise<AgreementType | undefined> {
  const row = await db.selectFrom('agreement_type').selectAll().where('key', '=', key).executeTakeFirst()
  return row && toType(row)
}

export async function lockType(tx: Tx, key: string): Promise<AgreementType | undefined> {
  const row = await tx.selectFrom('agreement_type').selectAll().where('key', '=', key).forUpdate().executeTakeFirst()
  return row && toType(row)
}

/** @returns false where a new type would take the key of another */
export async function insertType(tx: Tx, t: AgreementType, at: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('agreement_type')
    .values({ key: t.key, ...columns(t, at) })
    .onConflict((c) => c.doNothing())
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateType(tx: Tx, t: AgreementType, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('agreement_type').set(columns(t, at)).where('key', '=', t.key).execute()
}

const columns = (t: AgreementType, at: Temporal.Instant) => ({
  name_en: t.name.en,
  name_zh: t.name.zh,
  counts_as: t.countsAs,
  term_months: t.termMonths,
  notice_months: t.noticeMonths,
  retired_at: t.retired ? at : null,
  revision: t.revision,
})

export async function stageTargets(db: Db): Promise<Record<Stage, number>> {
  const rows = await db.selectFrom('stage_target').selectAll().execute()
  return Object.fromEntries(rows.map(({ stage, days }) => [stage, days])) as Record<Stage, number>
}

export async function saveTarget(tx: Tx, stage: Stage, days: number): Promise<void> {
  await tx.updateTable('stage_target').set({ days }).where('stage', '=', stage).execute()
}
