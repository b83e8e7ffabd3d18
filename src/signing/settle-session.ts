/** After a signature is stored: the last one concludes the agreement, on this node, in the same transaction. */
import { completeSignatures, lockAgreement } from '#src/agreements/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { queueOnce } from '#src/platform/outbox/index.ts'
import { queue } from '#src/platform/record.ts'
import { nextToSign, type Progress } from './session.ts'
import { saveSession } from './store.ts'
import { preserveWork, signWork } from './work.ts'

/** The legal date is the time of the last signature, the same on both nodes. */
export async function settleSession(tx: Tx, progress: Progress, now: Temporal.Instant): Promise<void> {
  const { session, revisions } = progress
  if (nextToSign(progress)) {
    await queue(tx, now, [signWork(session)])
    return
  }
  const last = revisions.at(-1)!
  await saveSession(tx, { ...session, state: 'concluded', concludedAt: last.signedAt })
  const agreement = (await lockAgreement(tx, session.agreement))!
  await completeSignatures(tx, agreement, { at: last.signedAt, sha256: last.sha256 })
  await queueOnce(tx, now, preserveWork(session))
}
