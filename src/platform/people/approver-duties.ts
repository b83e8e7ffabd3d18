/** What approvers can be for: the steps the configuration names, and the duties administrators add. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { type Actor, record } from '#src/platform/record.ts'
import type { ApprovalStep } from './people-config.ts'
import { refuse } from './refusals.ts'
import './tables.ts'

/** The configured steps first, then the duties added here, in the order of their adding. */
export async function approverDuties(db: Db, configured: ApprovalStep[]): Promise<ApprovalStep[]> {
  const rows = await db.selectFrom('approver_duty').selectAll().orderBy('created_at').orderBy('key').execute()
  const added = rows.filter(({ key }) => !configured.some((step) => step.key === key))
  return [...configured, ...added.map((r) => ({ key: r.key, label: { en: r.label_en, zh: r.label_zh } }))]
}

export interface NewDuty {
  label: { en: string; zh: string }
  configured: ApprovalStep[]
  by: Actor
  now: Temporal.Instant
}

/** @returns the key of the new duty, made from its English name. @throws Refusal duty_unnamed, duty_exists */
export async function addApproverDuty(tx: Tx, { label, configured, by, now }: NewDuty): Promise<string> {
  const [en, zh] = [label.en.trim().slice(0, 80), label.zh.trim().slice(0, 80)]
  if (!en || !zh) refuse('duty_unnamed', {}, 422)
  const plain = en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 40)
  const key = plain || `duty_${crypto.randomUUID().slice(0, 8)}`
  if (configured.some((step) => step.key === key)) refuse('duty_exists')
  const added = await tx
    .insertInto('approver_duty')
    .values({ key, label_en: en, label_zh: zh, created_at: now })
    .onConflict((c) => c.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!added) refuse('duty_exists')
  await record(tx, { at: now, by, about: { kind: 'duty', id: key }, act: 'duty.added', detail: { en, zh } })
  return key
}
