/** The tier ends with the key agreement it came from: only the ending of that agreement calls this, in its own transaction. */
import type { Tx } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import type { Conclusion } from './conclude-key-agreement.ts'
import { partnershipLifecycle } from './partnership.ts'
import { lastStep, saveStep } from './partnership-step-store.ts'
import { lockPartnership } from './partnership-store.ts'
import { standsAs } from './store.ts'

/**
 * Takes the tier away where this agreement is the one that gave it last; otherwise, and when repeated, changes nothing.
 * @param o `reason`: how it ended, as the history shall say
 */
export async function endKeyAgreement(
  tx: Tx,
  { partner, agreement, at, reason }: Conclusion & { reason: string },
): Promise<void> {
  const partnership = await lockPartnership(tx, await standsAs(tx, partner))
  if (!partnership) return
  const given = await lastStep(tx, partnership.id, 'conclude_key_agreement')
  const act = 'key_agreement_ended'
  const row = partnershipLifecycle.find((r) => r.from === partnership.state && r.act === act)
  if (!row || given?.agreement !== agreement) return
  await saveStep(tx, partnership, { act, to: row.to, at, byName: '', reason, agreement })
  await record(tx, {
    at,
    by: { kind: 'node' },
    about: { kind: 'partnership', id: partnership.id },
    act: `partnership.${act}`,
    detail: { agreement, reason, from: partnership.state, to: row.to },
  })
}
