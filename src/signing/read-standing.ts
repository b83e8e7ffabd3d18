/** Where the signing of an agreement stands, for those who only watch it: every seat, and what its holder has done. */
import { findAgreement, findVersion, type Seat } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { sessionTopic } from './live.ts'
import { progressOf } from './progress-store.ts'
import { readingOf } from './reading-store.ts'
import { type SeatState, seatState } from './session.ts'
import { sessionsOf } from './store.ts'

export interface SeatStanding extends Seat {
  state: SeatState
  /** When the state was reached; null while nothing has happened. */
  at: Temporal.Instant | null
  method: 'passkey' | 'code' | null
}

export interface SigningStanding {
  /** The session that stands, if one was ever opened. */
  session: { id: string; state: 'open' | 'ended' | 'concluded' } | null
  /** What announcements about it are called; null before there is a session. */
  topic: string | null
  /** In the order of signing. */
  seats: SeatStanding[]
  /** When this node knew the agreement to be concluded. */
  concludedAt: Temporal.Instant | null
}

/** Undefined where there is no such agreement. */
export async function signingStanding(db: Db, agreementId: string): Promise<SigningStanding | undefined> {
  const agreement = await findAgreement(db, agreementId)
  const text = agreement && (await findVersion(db, agreement.id, agreement.version))?.text
  if (!agreement || !text) return undefined
  const sessions = await sessionsOf(db, agreementId)
  const session = sessions.find((s) => s.state !== 'ended') ?? sessions[0]
  const inOrder = text.seats.toSorted((a, b) => a.order - b.order)
  if (!session || session.state === 'ended') {
    const seats = inOrder.map((seat) => ({ ...seat, state: 'awaited' as const, at: null, method: null }))
    return { session: session ?? null, topic: session ? sessionTopic(session.id) : null, seats, concludedAt: null }
  }
  const progress = await progressOf(db, session, agreement.version)
  const readings = await readingOf(db, session.id)
  const seats = inOrder.map((seat): SeatStanding => {
    const consent = progress.consents.find((c) => c.seat === seat.id)
    const signed = progress.revisions.find((r) => r.seat === seat.id)?.signedAt
    const state = seatState(
      progress,
      seat.id,
      readings.map((r) => r.seat),
    )
    const at = signed ?? consent?.at ?? readings.find((r) => r.seat === seat.id)?.at ?? null
    return { ...seat, state, at, method: consent?.method ?? null }
  })
  return { session, topic: sessionTopic(session.id), seats, concludedAt: agreement.concludedAt }
}
