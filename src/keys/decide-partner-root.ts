/** An administrator accepts a partner's new root, having compared its fingerprint with their office; or does not. */
import type { Db } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { keysEvidence } from './log-evidence.ts'
import { refuseKeys } from './refusals.ts'
import { lockPartnerRoot, saveRootDecision } from './root-store.ts'

export interface RootDecision {
  institution: string
  authority: string
  decision: 'accepted' | 'refused'
  /** The administrator ticked that the other office reads the same. */
  compared: boolean
  /** Why not; needed for a refusal. */
  reason: string
  at: Temporal.Instant
}

/** Repeatable. What was refused may be accepted later, after all. @throws Refusal `root_not_compared`, `key_reason_missing` */
export async function decidePartnerRoot(db: Db, keeper: Visitor, asked: RootDecision): Promise<void> {
  const { institution, authority, decision, compared, at } = asked
  const reason = asked.reason.trim().slice(0, 2000)
  if (decision === 'accepted' && !compared) refuseKeys('root_not_compared', {}, 422)
  if (decision === 'refused' && !reason) refuseKeys('key_reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const root = (await lockPartnerRoot(tx, institution, authority)) ?? refuseKeys('root_unknown', {}, 404)
    if (root.decision === 'accepted' || root.decision === decision) return
    await saveRootDecision(tx, root, { decision, byName: keeper.account.name.latin, reason, at })
    const facts = { institution, authority, old: root.old, vouched: root.vouched }
    await record(tx, {
      at,
      by: actorOf(keeper),
      about: { kind: 'node', id: institution },
      act: `keys.root_${decision}`,
      detail: { ...facts, reason },
      then: [
        keysEvidence(`keys.root_${decision}`, institution, facts, at),
        message(institution, 'keys.root_answer', 'keys', { authority, answer: decision }),
      ],
    })
  })
}
