/** From a request to a signing session, or not. Who may watch, consent, open and end, as sentences. */
import { type Agreement, isOfficer, maySeeAgreements, seeAgreement, signatories } from '#src/agreements/index.ts'
import type { Institution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { holds, type Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { progressOf } from './progress-store.ts'
import { type Progress, refuse, type Session } from './session.ts'
import { findSession, sessionsOf } from './store.ts'

export interface SeenSession {
  visitor: Visitor
  agreement: Agreement
  us: Institution
  partner: Institution
  session: Session
  progress: Progress
  /** The visitor's own seats in this agreement, as long as they hold the signatory's role. */
  seats: string[]
}

export interface SignatorysSession {
  signatory: Visitor
  agreement: Agreement
  progress: Progress
  seat: string
}

export interface OfficersSession {
  officer: Visitor
  agreement: Agreement
  progress: Progress
}

/** Whoever may see the agreement may watch its session. @throws Refusal as `seeAgreement` does */
export async function seeSession(db: Db, visitor: Visitor | null, id: string): Promise<SeenSession> {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  const session = /^[0-9a-f]{64}$/.test(id) ? await findSession(db, id) : undefined
  if (!session) throw new Refusal('not_found', {}, 404)
  const { agreement, us, partner } = await seeAgreement(db, visitor, session.agreement)
  const progress = await progressOf(db, session, agreement.version)
  const named = (await signatories(db, agreement.id)).filter((s) => s.account === visitor.account.id)
  const seats = holds(visitor, 'signatory') ? named.map((s) => s.seat).filter((seat) => isOurs(progress, seat)) : []
  return { visitor, agreement, us, partner, session, progress, seats }
}

const isOurs = ({ seats }: Progress, id: string): boolean => seats.some((s) => s.id === id && s.side === 'ours')

/** Only the person who holds the seat may read, consent and decline for it. */
export async function holdSeat(db: Db, visitor: Visitor | null, id: string): Promise<SignatorysSession> {
  const seen = await seeSession(db, visitor, id)
  const { consents } = seen.progress
  const seat = seen.seats.find((s) => !consents.some((c) => c.seat === s)) ?? seen.seats[0]
  if (!seat) return refuse('not_a_signatory', {}, 403)
  return { signatory: seen.visitor, agreement: seen.agreement, progress: seen.progress, seat }
}

/** Officers withdraw a session. */
export async function holdSession(db: Db, visitor: Visitor | null, id: string): Promise<OfficersSession> {
  const seen = await seeSession(db, visitor, id)
  if (!isOfficer(seen.visitor)) refuse('officers_only', {}, 403)
  return { officer: seen.visitor, agreement: seen.agreement, progress: seen.progress }
}

/** Officers open a session on an agreement both sides have approved. */
export const mayOpen = (visitor: Visitor | null, agreement: Agreement): boolean =>
  isOfficer(visitor) && agreement.state === 'approved'

/** Whoever sees agreements sees the verification page; so does the signatory. */
export const mayWatch = (visitor: Visitor | null): boolean => maySeeAgreements(visitor)

/** The agreement with the session that stands: the concluded or open one, else the latest. */
export async function seeSigning(db: Db, visitor: Visitor | null, agreementId: string) {
  const seen = await seeAgreement(db, visitor, agreementId)
  const sessions = await sessionsOf(db, agreementId)
  const session = sessions.find((s) => s.state !== 'ended') ?? sessions[0]
  return { ...seen, sessions, session }
}
