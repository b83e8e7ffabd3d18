/** SQL of the rules of retention. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { firstRule, type RetentionKind, type Rule, retentionKinds } from './retention.ts'
import './tables.ts'

/** One for every kind: what an administrator said, else what the product begins with. */
export async function rules(db: Db): Promise<Rule[]> {
  const rows = await db.selectFrom('retention_rule').selectAll().execute()
  return retentionKinds.map((kind) => {
    const row = rows.find((one) => one.kind === kind)
    if (!row) return firstRule(kind)
    return {
      kind,
      years: row.years,
      reason: { en: row.reason_en, zh: row.reason_zh },
      basis: { en: row.basis_en, zh: row.basis_zh },
      changedBy: row.changed_by_name,
    }
  })
}

export const ruleOf = async (db: Db, kind: RetentionKind): Promise<Rule> =>
  (await rules(db)).find((rule) => rule.kind === kind)!

export async function saveRule(tx: Tx, rule: Rule, at: Temporal.Instant): Promise<void> {
  const row = {
    ...{ years: rule.years, reason_en: rule.reason.en, reason_zh: rule.reason.zh },
    ...{ basis_en: rule.basis.en, basis_zh: rule.basis.zh },
    ...{ changed_by_name: rule.changedBy ?? '', changed_at: at },
  }
  await tx
    .insertInto('retention_rule')
    .values({ kind: rule.kind, ...row })
    .onConflict((c) => c.column('kind').doUpdateSet(row))
    .execute()
}
