/** An administrator says how long a kind of record is kept, why, and on what basis: in both languages. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { type Rule, refuseRetention } from './retention.ts'
import { ruleOf, saveRule } from './rule-store.ts'

/** @throws Refusal `retention_years_wrong`, `retention_why_missing` */
export async function changeRule(
  db: Db,
  ruler: Visitor,
  { rule, at }: { rule: Omit<Rule, 'changedBy'>; at: Temporal.Instant },
): Promise<void> {
  const { kind, years, reason, basis } = rule
  if (!Number.isInteger(years) || years < 1 || years > 100) refuseRetention('retention_years_wrong', {}, 422)
  if (![reason.en, reason.zh, basis.en, basis.zh].every(Boolean)) refuseRetention('retention_why_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = await ruleOf(tx, kind)
    await saveRule(tx, { ...rule, changedBy: ruler.account.name.latin }, at)
    const about = { kind: 'retention', id: kind }
    const detail = { kind, before: before.years, after: years }
    await record(tx, { at, by: actorOf(ruler), about, act: 'retention.rule_changed', detail })
  })
}
