/** Ending an agreement before its time, and taking that back: what the text allows, and where it stands. Rules only. */
import { z } from 'zod'
import { canonicalHash } from '#src/platform/canonical.ts'
import { wireInstant } from '#src/platform/wire-instant.ts'
import { refuse, type Side } from './agreement.ts'
import type { Term } from './text.ts'

export const terminationActs = ['give_notice', 'propose_end', 'agree_end', 'withdraw'] as const
export type TerminationAct = (typeof terminationActs)[number]

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const pair = z.strictObject({ en: z.string().max(300), zh: z.string().max(300) })

/** What a signatory says yes to. Its hash is the challenge the passkey signs. */
export const statementShape = z.strictObject({
  format: z.literal('chirograph-termination-1'),
  termination: z.uuid(),
  act: z.enum(terminationActs),
  /** The agreement at the beginning of its chain; the hashes are of the text in force. */
  agreement: z.uuid(),
  textHash: hash,
  documentHash: hash,
  /** ROR id of the university that speaks. */
  party: z.string().regex(/^0[a-z0-9]{8}$/),
  name: z.strictObject({ latin: z.string().max(120), native: z.string().max(60).nullable() }),
  title: pair,
  reason: z.string().min(1).max(4000),
  givenAt: z.string(),
  effectiveAt: z.string(),
  method: z.enum(['passkey', 'code']),
  nonce: z.string().min(16).max(80),
})
export type TerminationStatement = z.infer<typeof statementShape>
export const statementInstant = wireInstant

/** The bytes a passkey signs. */
export const terminationChallenge = (statement: TerminationStatement): Uint8Array =>
  Buffer.from(canonicalHash(statement), 'hex')

export interface TerminationConsent {
  act: TerminationAct
  side: Side
  method: 'passkey' | 'code'
  pinned: boolean
  statement: TerminationStatement
  assertion: unknown
  at: Temporal.Instant
  /** Of ours: when the partner's node said that it holds it. */
  acknowledgedAt: Temporal.Instant | null
}

export interface Termination {
  id: string
  agreement: string
  kind: 'notice' | 'mutual'
  side: Side
  reason: string
  givenAt: Temporal.Instant
  effectiveAt: Temporal.Instant
  refused: string | null
  endedAt: Temporal.Instant | null
  consents: TerminationConsent[]
}

/**
 * `waiting`: ours, and the partner's node has not said that it holds it. `proposed`: the other side has not agreed. `standing`: takes
 * effect on its date. `lapsed`: not agreed to in time.
 */
export type TerminationStanding = 'refused' | 'waiting' | 'proposed' | 'standing' | 'withdrawn' | 'lapsed' | 'ended'

const { compare } = Temporal.Instant

/** Ours counts once the other node holds it: then both decide from the same. */
const counts = ({ side, acknowledgedAt }: TerminationConsent): boolean => side === 'theirs' || acknowledgedAt !== null

const isGiving = ({ act }: TerminationConsent): boolean => act === 'give_notice' || act === 'propose_end'

export function standingOf(t: Termination, now: Temporal.Instant): TerminationStanding {
  if (t.refused) return 'refused'
  if (t.endedAt) return 'ended'
  if (isWithdrawn(t)) return 'withdrawn'
  if (t.consents.some((c) => isGiving(c) && !counts(c))) return 'waiting'
  if (t.kind === 'notice' || t.consents.some((c) => c.act === 'agree_end' && counts(c))) return 'standing'
  return compare(t.effectiveAt, now) <= 0 && !pending(t) ? 'lapsed' : 'proposed'
}

const isWithdrawn = ({ consents }: Termination): boolean =>
  (['ours', 'theirs'] as const).every((side) =>
    consents.some((c) => c.act === 'withdraw' && c.side === side && counts(c)),
  )

/** A word of ours is on its way that the other node may still accept: the clock waits for its answer. */
const pending = ({ consents }: Termination): boolean => consents.some((c) => !counts(c))

/** Whether the clock ends the agreement by this now. */
export const isDue = (t: Termination, now: Temporal.Instant): boolean =>
  standingOf(t, now) === 'standing' && compare(t.effectiveAt, now) <= 0 && !pending(t)

/** It will end the agreement, or has. */
export const counting = (t: Termination, now: Temporal.Instant): boolean =>
  ['standing', 'ended'].includes(standingOf(t, now)) || (t.kind === 'notice' && standingOf(t, now) === 'waiting')

/** Of an agreement in force, what a side may do: begin, where the text has a rule for it and nothing of its own stands. */
export function mayBegin(
  kind: Termination['kind'],
  term: Term | undefined,
  all: Termination[],
  now: Temporal.Instant,
): boolean {
  const open = all.some((t) => ['waiting', 'proposed', 'standing', 'ended'].includes(standingOf(t, now)))
  return !open && (kind === 'mutual' || (term?.noticeMonths ?? null) !== null)
}

/** Whether this side may say this of a termination there is. */
export function mayAnswer(t: Termination, act: 'agree_end' | 'withdraw', side: Side, now: Temporal.Instant): boolean {
  if (t.consents.some((c) => c.act === act && c.side === side)) return false
  if (compare(t.effectiveAt, now) <= 0) return false
  const standing = standingOf(t, now)
  return act === 'agree_end' ? standing === 'proposed' && t.side !== side : standing === 'standing'
}

/** When a notice of this day takes effect: so many calendar months later, counted in UTC, so that both sides count alike. */
export function noticeEnds(term: Term | undefined, givenAt: Temporal.Instant): Temporal.Instant {
  const months = term?.noticeMonths ?? refuse('no_notice_in_text')
  return givenAt.toZonedDateTimeISO('UTC').add({ months }).toInstant()
}

/** The first whole day on which an agreement that ended then is not in force any more, in a zone. */
export function firstDayAfter(endedAt: Temporal.Instant, zone: string): Temporal.PlainDate {
  const local = endedAt.toZonedDateTimeISO(zone)
  return local.equals(local.startOfDay()) ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
}
