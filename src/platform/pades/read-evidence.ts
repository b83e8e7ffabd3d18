/** Reads what was added to preserve a document, and judges it: nothing may stand there that proves nothing. */
import { sameBytes } from '#src/platform/bytes.ts'
import { type Certificate, readCertificate } from '#src/platform/certificate.ts'
import { isAuthority, issued } from '#src/platform/certificate-uses.ts'
import { type Evidence, knownLists, liveStamps, revokedStamp } from './evidence.ts'
import type { Reading } from './reading.ts'
import { type RevocationList, readList } from './revocation-list.ts'
import { digestOf, type SignatureFinding, unpad } from './signature-check.ts'
import { checkStamp, isLive, notAhead, type StampFinding, tolerance } from './stamp-check.ts'
import type { Problem } from './verdict.ts'

export interface Beside {
  /** Trusted to sign; trusted to stamp too. */
  roots: Certificate[]
  /** Trusted to stamp only. */
  stampRoots: Certificate[]
  /** DER of revocation lists from elsewhere. */
  lists: Uint8Array[]
  now: Temporal.Instant | undefined
}

/** @returns the evidence, with every problem of what was added */
export function readEvidence(file: Uint8Array, reading: Reading, given: Beside) {
  const problems: Problem[] = []
  const found: { list: RevocationList; revision: number | null }[] = []
  const certificates: Certificate[] = []
  for (const one of reading.preserved) {
    if (one.kind !== 'material') continue
    const { revision } = one
    const read = { certificates: one.certificates.map(certificateIn), lists: one.lists.map(readList) }
    const wrong = [...read.certificates, ...read.lists].includes(undefined)
    if (wrong) problems.push({ code: 'preservation_foreign', revision })
    certificates.push(...read.certificates.filter((c) => c !== undefined))
    found.push(...read.lists.filter((l) => l !== undefined).map((list) => ({ list, revision })))
  }
  found.push(...given.lists.flatMap((der) => readList(der) ?? []).map((list) => ({ list, revision: null })))
  const { roots, now } = given
  const lists = knownLists(found, [...roots, ...certificates])
  const stampRoots = [...roots, ...given.stampRoots]
  const evidence: Evidence = { stampRoots, certificates, lists, stamps: [], now }
  readStamps(file, reading, evidence, problems)
  return { evidence, problems }
}

function certificateIn(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der)
  } catch {
    return undefined
  }
}

/** Newest first, so that what an older one owes to a newer is known. */
function readStamps(file: Uint8Array, reading: Reading, evidence: Evidence, problems: Problem[]): void {
  const last = reading.filled.at(-1)
  for (const one of reading.preserved.toReversed()) {
    if (one.kind !== 'stamp') continue
    const { revision } = one
    const token = unpad(one.contents)
    const checked = token ? checkStamp(token, digestOf(file, one.byteRange), evidence.stampRoots) : padded
    const ahead = notAhead(checked, evidence.now)
    const finding = revokedStamp(last ? notBefore(ahead, last.signedAt) : ahead, evidence)
    problems.push(...finding.broken.map((p) => ({ ...p, revision })))
    evidence.stamps.unshift({ finding, live: isLive(finding, liveStamps(evidence), evidence.now), revision })
  }
}

const padded: StampFinding = {
  at: null,
  until: null,
  signer: null,
  carried: [],
  broken: [{ code: 'contents_padding' }],
  doubts: [],
}

/** Nothing over the whole document is older than its last signature. */
function notBefore(finding: StampFinding, signedAt: Temporal.Instant): StampFinding {
  const before = finding.at && Temporal.Instant.compare(finding.at.add(tolerance), signedAt) < 0
  const detail = String(finding.at)
  return before ? { ...finding, broken: [...finding.broken, { code: 'stamp_time_differs', detail }] } : finding
}

/**
 * Every certificate kept must belong to a signature or a stamp, or have issued one that does; every list must be signed by one of
 * those. So nothing else can be smuggled into a document once it is signed.
 */
export function foreignMaterial(reading: Reading, evidence: Evidence, signatures: SignatureFinding[]): Problem[] {
  const belongs = [
    ...signatures.flatMap(({ path, chain, stamp }) => [...path, ...chain, ...(stamp?.carried ?? [])]),
    ...evidence.stamps.flatMap(({ finding }) => finding.carried),
  ]
  const waiting = new Set(evidence.certificates)
  const takes = (one: Certificate) =>
    belongs.some((known) => sameBytes(known.raw, one.raw) || (isAuthority(one) && issued(one, known)))
  for (let found = [...waiting].filter(takes); found.length > 0; found = [...waiting].filter(takes)) {
    belongs.push(...found)
    for (const one of found) waiting.delete(one)
  }
  const count = reading.preserved.flatMap((one) => (one.kind === 'material' ? one.lists : [])).length
  const ours = evidence.lists.filter(
    ({ revision, authority }) => revision !== null && belongs.some((one) => sameBytes(one.raw, authority.raw)),
  )
  const foreign = waiting.size > 0 || ours.length < count
  const revision = reading.preserved.find((one) => one.kind === 'material')?.revision
  return foreign ? [{ code: 'preservation_foreign', revision }] : []
}
