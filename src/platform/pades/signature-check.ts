/** Checks one signature: its digest over the file, its CMS, and whom its certificate goes back to. */
import type { Certificate } from '#src/platform/certificate.ts'
import { sha256 } from '#src/platform/digest.ts'
import { type CmsFinding, readCms } from './cms-read.ts'
import { type Evidence, levelOf, liveStamps, noEvidence, revokedAtOf, revokedStamp } from './evidence.ts'
import type { Filled } from './revision-rule.ts'
import { checkStamp, isLive, notAhead, type StampFinding, tolerance } from './stamp-check.ts'
import { type TrustedRoot, type TrustFinding, trustOf } from './trust.ts'
import type { Level, Problem } from './verdict.ts'

export type SignatureFinding = TrustFinding & {
  /** What is wrong with the signature itself: the document is then altered, whoever signed. */
  broken: Problem[]
  /** The certificates it carries. */
  chain: Certificate[]
  /** The time-stamp in it. */
  stamp: StampFinding | null
  stampLive: boolean
  /** Since when it is proven to have stood there; null where nothing but its maker says so. */
  proven: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
  level: Level
}

/** SHA-256 over the two parts of the file a signature covers. */
export function digestOf(file: Uint8Array, [start, length, next, rest]: Filled['byteRange']): Uint8Array {
  return sha256(file.subarray(start, start + length), file.subarray(next, next + rest))
}

/** No signature of ours needs more bytes than this. */
const longestContents = 65_536

/** The DER value at the start of /Contents; undefined where what follows it is not all zero. */
export function unpad(contents: Uint8Array): Uint8Array | undefined {
  if (contents.length > longestContents) return undefined
  const lengthOctets = contents[0] === 0x30 && contents[1]! > 0x80 && contents[1]! <= 0x83 ? contents[1]! - 0x80 : 0
  if (!lengthOctets) return undefined
  const length = contents.subarray(2, 2 + lengthOctets).reduce((sum, octet) => sum * 256 + octet, 0)
  const end = 2 + lengthOctets + length
  if (end > contents.length || contents.subarray(end).some((byte) => byte !== 0)) return undefined
  return contents.subarray(0, end)
}

/**
 * Checks the signature in a filled field.
 * @param roots the trusted root certificates; with none, nothing is trusted but the signature is still checked
 */
export function checkSignature(
  file: Uint8Array,
  filled: Filled,
  roots: TrustedRoot[],
  evidence: Evidence = noEvidence,
): SignatureFinding {
  const der = unpad(filled.contents)
  const cms: CmsFinding = der
    ? readCms(der, digestOf(file, filled.byteRange))
    : { problems: [{ code: 'contents_padding' }], chain: [] }
  const stamp = stampIn(cms, filled, evidence)
  const stampLive = stamp !== null && isLive(stamp, liveStamps(evidence), evidence.now)
  const proofs = [...(stampLive ? [stamp] : []), ...liveStamps(evidence)].map(({ at }) => at!)
  const proven = proofs.toSorted(Temporal.Instant.compare)[0] ?? null
  const trust = trustOf(cms.chain, roots, filled, proven ?? filled.signedAt)
  const revokedAt = revokedAtOf(trust.path, evidence)
  const revoked = revokedAt && (!proven || Temporal.Instant.compare(revokedAt, proven) <= 0)
  const problems: Problem[] = revoked
    ? [...trust.problems, { code: 'certificate_revoked', detail: String(revokedAt) }]
    : trust.problems
  const trusted = trust.trusted && !revoked
  const broken = [...cms.problems, ...(stamp?.broken ?? [])]
  const level = levelOf(
    { path: trust.path, signedAt: filled.signedAt, proven, stamp: stampLive ? stamp : null },
    evidence,
  )
  return { ...trust, problems, trusted, broken, chain: cms.chain, stamp, stampLive, proven, revokedAt, level }
}

/** A signature is stamped when it is made: a stamp of another time belongs to something else. */
function stampIn({ token, signature }: CmsFinding, { signedAt }: Filled, evidence: Evidence): StampFinding | null {
  if (!token || !signature) return null
  const finding = notAhead(checkStamp(token, sha256(signature), evidence.stampRoots), evidence.now)
  const apart = finding.at?.since(signedAt).abs()
  const differs = apart && Temporal.Duration.compare(apart, tolerance) > 0
  const stamp: StampFinding = differs
    ? { ...finding, broken: [...finding.broken, { code: 'stamp_time_differs', detail: String(finding.at) }] }
    : finding
  return revokedStamp(stamp, evidence)
}
