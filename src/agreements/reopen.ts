/** Either side reopens a frozen text, or takes back its proposal to freeze, with a reason. Both approvals are cleared. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Actor, queue, record } from '#src/platform/record.ts'
import type { OfficersAgreement } from './access.ts'
import { type Agreement, canReopen, move, refuse, type Side } from './agreement.ts'
import { clearBothApprovals } from './clear-approvals.ts'
import { freezesOf, insertReopening } from './freeze-store.ts'
import { reopeningEvidence } from './log-evidence.ts'
import { lockAgreement, saveAgreement } from './store.ts'

export async function reopen(
  db: Db,
  { officer, agreement }: OfficersAgreement,
  { reason: given, at }: { reason: string; at: Temporal.Instant },
): Promise<void> {
  const reason = given.trim()
  if (!reason) refuse('reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    move(before, 'reopen')
    if (!canReopen(before, await freezesOf(tx, before))) refuse('nothing_to_reopen')
    const byName = officer.account.name.latin
    await applyReopening(tx, before, { side: 'ours', reason, byName, at, by: actorOf(officer) }, before.turn)
    const { version, round } = before
    const body = { version, round, reason, byName, at: at.toString() }
    await record(tx, {
      at,
      by: actorOf(officer),
      about: { kind: 'agreement', id: before.id },
      act: 'agreement.reopened',
      detail: { version, reason },
      then: [message(before.partner, 'agreement.reopening', before.id, body)],
    })
  })
}

export interface ReopeningBy {
  side: Side
  reason: string
  byName: string
  at: Temporal.Instant
  by: Actor
}

/**
 * Applies one side's reopening of `agreement`'s version and round. The pen is a token: only the side that has it can pass it on.
 * So our own reopening leaves the pen where it is until the partner's answer says it was passed (`penPassed`).
 */
export async function applyReopening(tx: Tx, agreement: Agreement, r: ReopeningBy, turn: Side): Promise<void> {
  const { side, reason, byName, at, by } = r
  await insertReopening(tx, agreement, { side, reason, byName, at })
  const round = agreement.round + 1
  await saveAgreement(tx, { ...agreement, state: 'negotiating', turn, turnSince: at, round, frozen: null })
  await clearBothApprovals(tx, agreement, { because: 'text_reopened', by, at })
  const logged = reopeningEvidence(agreement, { side, at })
  if (logged.length > 0) await queue(tx, at, logged)
}

/** The partner reopened: if we have the pen it is passed to them. @returns what the partner's node must know of the pen */
export async function applyPartnersReopening(
  tx: Tx,
  agreement: Agreement,
  r: Omit<ReopeningBy, 'side'>,
): Promise<'passed' | 'kept'> {
  await applyReopening(tx, agreement, { ...r, side: 'theirs' }, 'theirs')
  return agreement.turn === 'ours' ? 'passed' : 'kept'
}

/**
 * The partner's node answered our reopening and passed the pen. Repeatable: a pen we have or used already stays as it is. The answer
 * may come late, when both sides have frozen or approved the text again: the pen is ours all the same.
 */
export async function penPassed(
  tx: Tx,
  id: string,
  at: { version: number; round: number },
  now: Temporal.Instant,
): Promise<void> {
  const agreement = await lockAgreement(tx, id)
  const stands = agreement?.version === at.version && agreement.round === at.round + 1
  if (!agreement || !stands) return
  await saveAgreement(tx, { ...agreement, turn: 'ours', turnSince: now })
}
