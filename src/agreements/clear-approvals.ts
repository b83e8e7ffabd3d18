/** Clears both sides' approvals and says why; done whenever what was approved is no longer what stands. */
import type { Tx } from '#src/platform/database/tables.ts'
import { type Actor, record } from '#src/platform/record.ts'
import type { Agreement } from './agreement.ts'
import { clearApprovals } from './freeze-store.ts'

export type Because = 'text_reopened' | 'new_version' | 'passkeys_changed' | 'copies_differ'

export async function clearBothApprovals(
  tx: Tx,
  agreement: Agreement,
  { because, by, at }: { because: Because; by: Actor; at: Temporal.Instant },
): Promise<void> {
  const count = await clearApprovals(tx, agreement.id, because, at)
  if (count === 0) return
  const about = { kind: 'agreement', id: agreement.id }
  await record(tx, { at, by, about, act: 'agreement.approvals_cleared', detail: { because, count } })
}
