/** Ends a session without conclusion: declined, withdrawn or lapsed. Everything else stays as it was. */
import { endSigning, lockAgreement } from '#src/agreements/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { message } from '#src/platform/messages.ts'
import { type Actor, record } from '#src/platform/record.ts'
import { askToEnd } from './ask-to-end.ts'
import { insertEnding } from './ending-store.ts'
import { endingEvidence } from './log-evidence.ts'
import { progressOf } from './progress-store.ts'
import { type Ending, mayEndHere, type Progress, refuse } from './session.ts'
import { findSession, lockSession, saveSession } from './store.ts'

export interface EndInput {
  kind: 'declined' | 'withdrawn'
  reason: string
  byName: string
  by: Actor
  at: Temporal.Instant
}

/**
 * A signatory declines or an officer withdraws. Where only the deciding side may still end the session, its node is asked.
 * @returns 'ended', or 'asked' where the partner's node decides
 */
export async function decline(db: Db, sessionId: string, version: number, input: EndInput): Promise<'ended' | 'asked'> {
  const reason = input.reason.trim()
  if (!reason) refuse('reason_missing', {}, 422)
  return db.transaction().execute(async (tx) => {
    const session = (await lockSession(tx, sessionId))!
    if (session.state === 'concluded') refuse('already_concluded')
    if (session.state === 'ended') refuse('session_not_open')
    const progress = await progressOf(tx, session, version)
    const { kind, byName, at, by } = input
    if (mayEndHere(progress)) {
      await endSession(tx, progress, { side: 'ours', kind, reason, byName, at }, by)
      return 'ended'
    }
    await askToEnd(tx, progress, { kind, reason, byName, at }, by)
    return 'asked'
  })
}

/** Ends the session on this node and tells the partner's. The caller holds the session and has checked that it may. */
export async function endSession(
  tx: Tx,
  progress: Progress,
  ending: Ending,
  by: Actor = { kind: 'node' },
): Promise<void> {
  const { session } = progress
  const agreement = (await lockAgreement(tx, session.agreement))!
  await insertEnding(tx, session.id, ending)
  await saveSession(tx, { ...session, state: 'ended' })
  const { kind, reason, byName, at, side } = ending
  await record(tx, {
    at,
    by,
    about: { kind: 'agreement', id: session.agreement },
    act: `signing.${kind}`,
    detail: { session: session.id, reason },
    then: [
      endingEvidence(session, ending),
      ...(side === 'ours'
        ? [
            message(agreement.partner, 'signing.ending', agreement.id, {
              session: session.id,
              kind,
              reason,
              byName,
              at: at.toString(),
            }),
          ]
        : []),
    ],
  })
  await endSigning(tx, agreement, at)
  await announce(tx, `session:${session.id}`)
}

/** The session, held and looked at anew, if it is still open. */
export async function holdOpen(tx: Tx, id: string, version: number): Promise<Progress | undefined> {
  const found = await findSession(tx, id)
  const session = found && (await lockSession(tx, found.id))
  return session?.state === 'open' ? progressOf(tx, session, version) : undefined
}
