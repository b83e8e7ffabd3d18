/** An officer opens a signing session on a frozen agreement that both sides have approved. */
import { lockAgreement, repinSeats, type SeenAgreement } from '#src/agreements/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { mayOpen } from './access.ts'
import { refusedOpenings } from './refused-store.ts'
import { refuse } from './session.ts'
import { startSession } from './start-session.ts'
import { sessionsOf } from './store.ts'

export interface OpenInput {
  deadline: Temporal.Instant
  at: Temporal.Instant
}

/** @returns the session's id. @throws Refusal `passkeys_changed` where a signatory's passkeys changed since freezing: approvals begin again */
export async function openSession(db: Db, { visitor, agreement }: SeenAgreement, input: OpenInput): Promise<string> {
  const { deadline, at } = input
  if (!mayOpen(visitor, agreement))
    refuse(agreement.state === 'approved' ? 'officers_only' : 'agreement_not_approved', {}, 403)
  if (Temporal.Instant.compare(deadline, at) <= 0) refuse('deadline_malformed', {}, 422)
  const changed = await db
    .transaction()
    .execute(async (tx) => repinSeats(tx, (await lockAgreement(tx, agreement.id))!, at))
  if (changed) refuse('passkeys_changed')
  return db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    if (before.state !== 'approved') refuse('agreement_not_approved', { state: before.state })
    const attempt = await nextAttempt(tx, before.id)
    const byName = visitor.account.name.latin
    const session = await startSession(tx, before, {
      attempt,
      openedBy: 'ours',
      openedByName: byName,
      openedAt: at,
      deadline,
    })
    const { id, textHash, documentHash } = session
    const body = {
      attempt,
      textHash,
      documentHash,
      seatsHash: session.seatsHash,
      deadline: deadline.toString(),
      byName,
      at: at.toString(),
    }
    await record(tx, {
      at,
      by: actorOf(visitor),
      about: { kind: 'agreement', id: before.id },
      act: 'signing.opened',
      detail: { session: id, deadline: deadline.toString() },
      then: [message(before.partner, 'signing.open', before.id, body)],
    })
    return id
  })
}

/** One more than either side has tried so far, as far as we know: a session's id never comes twice. */
async function nextAttempt(tx: Tx, agreement: string): Promise<number> {
  const tried = [...(await sessionsOf(tx, agreement)), ...(await refusedOpenings(tx, agreement))]
  return 1 + Math.max(0, ...tried.map((s) => s.attempt))
}
