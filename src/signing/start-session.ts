/** Begins a session on this node, whichever side opened it. */
import { type Agreement, openSigning, pinsOf, type Side, seatsHash } from '#src/agreements/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { inviteSignatories } from './invite-signatories.ts'
import { type Session, sessionId } from './session.ts'
import { insertSession } from './store.ts'

export interface Start {
  attempt: number
  openedBy: Side
  openedByName: string
  openedAt: Temporal.Instant
  deadline: Temporal.Instant
}

/** Saves an open session of the agreement as it stands, and invites our signatories. */
export async function startSession(tx: Tx, agreement: Agreement, start: Start): Promise<Session> {
  const { textHash, documentHash } = agreement.frozen!
  const of = {
    agreement: agreement.id,
    attempt: start.attempt,
    textHash,
    documentHash,
    seatsHash: seatsHash(await pinsOf(tx, agreement.id)),
  }
  const session: Session = { ...start, ...of, id: sessionId(of), state: 'open', concludedAt: null }
  await openSigning(tx, agreement)
  await insertSession(tx, session)
  await inviteSignatories(tx, agreement, session)
  await announce(tx, `session:${session.id}`)
  return session
}
