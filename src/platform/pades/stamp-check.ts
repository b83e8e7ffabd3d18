/** Checks the time-stamps of a document: what each says, who gave it, and how long it proves anything. */
import { type Certificate, fingerprintOf, pemOf } from '#src/platform/certificate.ts'
import { isNamed, readToken } from '#src/platform/timestamp/read-token.ts'
import { type StampFault, verifyToken } from '#src/platform/timestamp/verify.ts'
import type { Problem, StampVerdict } from './verdict.ts'
import type { ProblemCode } from './words.ts'

export interface StampFinding {
  at: Temporal.Instant | null
  until: Temporal.Instant | null
  signer: Certificate | null
  /** Everything the token carries. */
  carried: Certificate[]
  /** What is wrong with it: it should not stand in the document. */
  broken: Problem[]
  /** Why it proves nothing all the same, such as an authority we do not know. */
  doubts: Problem[]
}

const codes: Partial<Record<StampFault, ProblemCode>> = {
  imprint_differs: 'stamp_of_something_else',
  signer_unknown: 'stamp_certificate_differs',
  certificate_differs: 'stamp_certificate_differs',
  certificate_not_valid_then: 'stamp_certificate_not_valid',
  not_for_time_stamping: 'stamp_certificate_not_valid',
}

/**
 * Checks one token.
 * @param imprint SHA-256 of what it must be over
 * @param roots whom one trusts to stamp
 */
export function checkStamp(token: Uint8Array, imprint: Uint8Array, roots: Certificate[]): StampFinding {
  const said = read(token)
  if (!said) return { ...nothing, broken: [{ code: 'stamp_wrong', detail: 'malformed' }] }
  const result = verifyToken(token, { imprint, roots: roots.map(pemOf) })
  if (typeof result === 'object') return { ...said, until: result.until, broken: [], doubts: [] }
  const detail = said.signer?.subject ?? result
  if (result === 'no_trusted_root')
    return { ...said, broken: [], doubts: [{ code: 'stamp_unknown_authority', detail }] }
  return { ...said, broken: [{ code: codes[result] ?? 'stamp_wrong', detail }] }
}

const nothing: StampFinding = { at: null, until: null, signer: null, carried: [], broken: [], doubts: [] }

function read(token: Uint8Array): StampFinding | undefined {
  try {
    const { at, certificates: carried, signer } = readToken(token)
    return { ...nothing, at, carried, signer: carried.find((one) => isNamed(signer, one)) ?? null }
  } catch {
    return undefined
  }
}

/** A stamp may be this much ahead of our clock, or of what it stamps. */
export const tolerance = Temporal.Duration.from({ minutes: 10 })

/** A time still to come is nobody's to stamp. @param now where it is known */
export function notAhead(finding: StampFinding, now: Temporal.Instant | undefined): StampFinding {
  const ahead = now && finding.at && Temporal.Instant.compare(finding.at, now.add(tolerance)) > 0
  const detail = String(finding.at)
  return ahead ? { ...finding, broken: [...finding.broken, { code: 'stamp_in_the_future', detail }] } : finding
}

const proves = ({ at, until, broken, doubts }: StampFinding) =>
  at !== null && until !== null && broken.length + doubts.length === 0

/**
 * Whether a stamp still proves its time: it has not run out, or a newer one that proves something was given before it had.
 * @param newer those that prove something
 */
export function isLive(finding: StampFinding, newer: StampFinding[], now: Temporal.Instant | undefined): boolean {
  const { until } = finding
  if (!proves(finding) || !until) return false
  if (!now || Temporal.Instant.compare(now, until) <= 0) return true
  return newer.some(({ at }) => at && Temporal.Instant.compare(at, until) <= 0)
}

/** What is said of a stamp. */
export function stampVerdict(finding: StampFinding, live: boolean): StampVerdict {
  const { at, until, signer, broken, doubts } = finding
  const ranOut: Problem[] = until && !live && broken.length + doubts.length === 0 ? [{ code: 'stamp_expired' }] : []
  return {
    at: at?.toString() ?? null,
    authority: signer?.subject ?? '',
    certificate: signer ? fingerprintOf(signer) : '',
    trusted: live,
    until: until?.toString() ?? null,
    problems: [...broken, ...doubts, ...ranOut],
  }
}
