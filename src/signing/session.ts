/** A signing session: one attempt of both sides to sign one frozen agreement together. Rules only. */
import type { Seat, Side } from '#src/agreements/index.ts'
import { canonical, canonicalHash } from '#src/platform/canonical.ts'
import { refuser } from '#src/platform/refusal.ts'

export const sessionStates = ['open', 'ended', 'concluded'] as const
export type SessionState = (typeof sessionStates)[number]

export interface Session {
  id: string
  agreement: string
  attempt: number
  state: SessionState
  textHash: string
  documentHash: string
  seatsHash: string
  openedBy: Side
  openedByName: string
  openedAt: Temporal.Instant
  /** After this instant nobody signs; the session lapses. */
  deadline: Temporal.Instant
  concludedAt: Temporal.Instant | null
}

/** A session's lifecycle. `who`: the signatory of a seat, an officer, or what follows by itself. */
export const sessionLifecycle = [
  { from: 'open', act: 'consent', who: 'signatory', to: 'open' },
  { from: 'open', act: 'sign', who: 'both_sides', to: 'open' },
  { from: 'open', act: 'conclude', who: 'both_sides', to: 'concluded' },
  { from: 'open', act: 'decline', who: 'signatory', to: 'ended' },
  { from: 'open', act: 'withdraw', who: 'officer', to: 'ended' },
  { from: 'open', act: 'lapse', who: 'both_sides', to: 'ended' },
] as const

export type EndingKind = 'declined' | 'withdrawn' | 'lapsed' | 'not_opened'

export interface Ending {
  side: Side
  kind: EndingKind
  reason: string
  byName: string
  at: Temporal.Instant
}

/** What we ask the deciding node where we may not end the session ourselves. `lapsed` is asked by the clock, the rest by people. */
export interface Question extends Omit<Ending, 'side'> {
  kind: Exclude<EndingKind, 'not_opened'>
}

/** Whether a person may (still) ask: a person's word is asked once, and goes before what the clock asked. */
export const mayAsk = (pending: Question | undefined): boolean => !pending || pending.kind === 'lapsed'

/** What a signatory says yes to. Its hash is the challenge the passkey signs. */
export interface Statement {
  format: 'chirograph-consent-1'
  session: string
  agreement: string
  textHash: string
  documentHash: string
  seat: string
  order: number
  name: { latin: string; native: string | null }
  title: { en: string; zh: string }
  method: 'passkey' | 'code'
  nonce: string
}

export interface Consent {
  seat: string
  side: Side
  method: 'passkey' | 'code'
  statement: Statement
  assertion: unknown
  at: Temporal.Instant
  /** When the partner's node confirmed that it holds this consent of ours. */
  acknowledgedAt: Temporal.Instant | null
}

export interface Revision {
  number: number
  seat: string
  side: Side
  sha256: string
  previousSha256: string
  signedAt: Temporal.Instant
  storedAt: Temporal.Instant
}

/** All of a session that rules look at. Seats are in the order of signing, each with the side it belongs to. */
export interface Progress {
  session: Session
  seats: (Seat & { side: Side })[]
  consents: Consent[]
  revisions: Revision[]
}

export type SessionRefusal =
  | 'session_not_open'
  | 'session_lapsed'
  | 'another_session_open'
  | 'agreement_not_approved'
  | 'seats_differ'
  | 'copies_differ'
  | 'passkeys_changed'
  | 'not_a_signatory'
  | 'officers_only'
  | 'already_consented'
  | 'already_signed_wait'
  | 'already_concluded'
  | 'consent_changed'
  | 'consent_not_valid'
  | 'passkey_not_pinned'
  | 'passkey_required'
  | 'code_not_for_passkey_holders'
  | 'reason_missing'
  | 'not_the_partner'
  | 'revision_not_acceptable'
  | 'not_read_yet'
  | 'message_malformed'
  | 'deadline_malformed'

export const refuse = refuser<SessionRefusal>()

/** The same attempt at the same frozen agreement has the same id on both nodes, whoever opens it. */
export function sessionId(
  of: Pick<Session, 'agreement' | 'attempt' | 'textHash' | 'documentHash' | 'seatsHash'>,
): string {
  const { agreement, attempt, textHash, documentHash, seatsHash } = of
  return canonicalHash({ agreement, attempt, textHash, documentHash, seatsHash })
}

/** The bytes a passkey signs: SHA-256 of the statement's canonical JSON. */
export function challengeOf(statement: Statement): Uint8Array {
  return Buffer.from(canonicalHash(statement), 'hex')
}

/** What a signatory of this seat must say yes to, word for word, but for the nonce. */
export function statementFor(
  { session, seats }: Progress,
  seatId: string,
  method: Statement['method'],
  nonce: string,
): Statement {
  const seat = seats.find((s) => s.id === seatId) ?? refuse('not_a_signatory')
  return {
    format: 'chirograph-consent-1',
    session: session.id,
    agreement: session.agreement,
    textHash: session.textHash,
    documentHash: session.documentHash,
    seat: seat.id,
    order: seat.order,
    name: seat.name,
    title: seat.title,
    method,
    nonce,
  }
}

/** Whether a statement says what it must. @param given a statement from the partner's node */
export function saysTheSame(progress: Progress, given: Statement): boolean {
  return canonical(statementFor(progress, given.seat, given.method, given.nonce)) === canonical(given)
}

/** @throws Refusal where the session is over, past its deadline, or this seat consented already */
export function mayConsent({ session, consents, seats }: Progress, seat: string, now: Temporal.Instant): void {
  if (!seats.some((s) => s.id === seat)) refuse('not_a_signatory', {}, 403)
  if (session.state === 'concluded') refuse('already_concluded')
  if (session.state !== 'open') refuse('session_not_open')
  if (consents.some((c) => c.seat === seat)) refuse('already_consented')
  if (isPast(session.deadline, now)) refuse('session_lapsed')
}

export const isPast = (deadline: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, deadline) > 0

/** The side whose node decides: the one of the last seat in the order of signing. */
export function decider({ seats }: Progress): Side {
  return seats.at(-1)!.side
}

/** The seat whose turn it is to sign; undefined once all have. */
export function nextToSign({ seats, revisions }: Progress) {
  return seats.find((s) => !revisions.some((r) => r.seat === s.id))
}

/**
 * Our seat that is to be signed now, if all that must come before is here: both nodes hold every consent
 * (ours count only once the partner's node confirmed them), and every earlier signature is stored.
 */
export function seatToSignNow(progress: Progress): (Seat & { side: Side }) | undefined {
  const { session, seats, consents } = progress
  const next = nextToSign(progress)
  if (session.state !== 'open' || next?.side !== 'ours') return undefined
  const held = seats.every((s) =>
    consents.some((c) => c.seat === s.id && (c.side === 'theirs' || c.acknowledgedAt !== null)),
  )
  return held ? next : undefined
}

/**
 * Whether this node may end the session by itself. The deciding side may until the last signature is stored. The other side
 * may until it has signed: the decider cannot conclude without its signature. After that it can only ask.
 */
export function mayEndHere(progress: Progress): boolean {
  if (progress.session.state !== 'open') return false
  return decider(progress) === 'ours' || !progress.revisions.some((r) => r.side === 'ours')
}

/** What each seat shows to both sides. */
export type SeatState = 'awaited' | 'reading' | 'consented' | 'signed'

export function seatState({ consents, revisions }: Progress, seat: string, reading: string[]): SeatState {
  if (revisions.some((r) => r.seat === seat)) return 'signed'
  if (consents.some((c) => c.seat === seat)) return 'consented'
  return reading.includes(seat) ? 'reading' : 'awaited'
}
