/** The verdict on a document, from its bytes and the roots one trusts; asks no server and no clock. */
import { toHex } from '#src/platform/bytes.ts'
import { certificatesIn } from '#src/platform/certificate.ts'
import { sha256 } from '#src/platform/digest.ts'
import { notesOf } from './notes.ts'
import { foreignMaterial, readEvidence } from './read-evidence.ts'
import { type Reading, readDocument } from './reading.ts'
import type { Filled } from './revision-rule.ts'
import { checkSignature, type SignatureFinding } from './signature-check.ts'
import { stampVerdict } from './stamp-check.ts'
import { type RootText, trustedRoots } from './trust.ts'
import { type Level, levels, type Problem, type SignatureVerdict, type State, type Verdict } from './verdict.ts'

export interface VerifyOptions {
  /** The root certificates one trusts, each for one side or, where it is not said, for any. */
  roots: RootText[]
  /** No signature may claim a time more than ten minutes after this; what has run out by then proves nothing any more. */
  at?: Temporal.Instant
  /** PEM of the roots of other time-stamping authorities one trusts; the roots above may stamp too. */
  stampRoots?: string[]
  /** DER of revocation lists newer than those in the document. */
  lists?: Uint8Array[]
}

/**
 * Verifies a document. Never throws on any bytes.
 * @throws {Error} only where one of `roots` is not a certificate
 */
export async function verifyDocument(file: Uint8Array, options: VerifyOptions): Promise<Verdict> {
  const { at } = options
  const reading = readDocument(file)
  const { findings, evidence, problems: beside } = checkAll(file, reading, options)
  const signatures = reading.filled.map((filled, i) => signatureVerdict(filled, findings[i]!))
  const broken = reading.filled.flatMap((filled, i) => signatureProblems(filled, findings[i]!, i + 1, at))
  const problems = [...reading.problems, ...broken, ...beside]
  markShared(signatures)
  return {
    ...summary(file, reading),
    state: stateOf(reading, problems, signatures),
    signed: findings.filter((f) => f.broken.length === 0).length,
    signatures,
    problems,
    level: lowest(signatures),
    timeStamps: evidence.stamps.map(({ finding, live }) => stampVerdict(finding, live)),
    notes: notesOf(reading, findings, evidence),
  }
}

/** Every signature, judged by everything that stands beside it. */
export function checkAll(
  file: Uint8Array,
  reading: Reading,
  { roots, at, stampRoots = [], lists = [] }: VerifyOptions,
) {
  const trusted = trustedRoots(roots)
  const beside = {
    roots: trusted.map(({ certificate }) => certificate),
    stampRoots: stampRoots.flatMap(certificatesIn),
    lists,
    now: at,
  }
  const { evidence, problems } = readEvidence(file, reading, beside)
  const findings = reading.filled.map((filled) => checkSignature(file, filled, trusted, evidence))
  return { findings, evidence, problems: [...problems, ...foreignMaterial(reading, evidence, findings)] }
}

const lowest = (signatures: SignatureVerdict[]): Level | null =>
  levels.find((level) => signatures.some((s) => s.level === level)) ?? null

function summary(file: Uint8Array, { declared, layout, filled }: Reading) {
  const base = layout.sections[0]
  const waiting = (declared?.fields ?? []).filter((field) => !filled.some((f) => f.field === field))
  return {
    of: declared?.fields.length ?? 0,
    demonstration: declared?.demonstration ?? false,
    about: declared?.about ?? null,
    revisionZeroSha256: base && declared ? toHex(sha256(file.subarray(0, base.end))) : null,
    sha256: toHex(sha256(file)),
    waiting: waiting.map(({ name, party, signer, stamp }) => ({ field: name, party, signer, stamp })),
  }
}

/** What a filled field says of itself, and what is wrong with its signature. */
export function signatureVerdict(filled: Filled, finding: SignatureFinding): SignatureVerdict {
  const { broken, problems, subject, issuer, algorithm, certificate, root, level, revokedAt } = finding
  const { name: field, party, signer, stamp } = filled.field
  const trusted = finding.trusted && broken.length === 0
  const signedAt = filled.signedAt.toString()
  return {
    field,
    party,
    signer,
    stamp,
    variant: filled.variant,
    subject,
    issuer,
    algorithm,
    certificate,
    root,
    signedAt,
    trusted,
    level,
    timeStamp: finding.stamp && stampVerdict(finding.stamp, finding.stampLive),
    revokedAt: revokedAt?.toString() ?? null,
    problems: [...broken, ...problems],
  }
}

/** What makes a document altered: a signature that is not right, or claims a time still to come. */
export function signatureProblems(
  filled: Filled,
  { broken }: SignatureFinding,
  revision: number,
  at: Temporal.Instant | undefined,
): Problem[] {
  const late = at && Temporal.Instant.compare(filled.signedAt, at.add({ minutes: 10 })) > 0
  const problems: Problem[] = late ? [...broken, { code: 'signed_in_the_future' }] : broken
  return problems.map((problem) => ({ ...problem, revision }))
}

/** Nobody signs twice, and no authority speaks for two sides. */
export function markShared(signatures: SignatureVerdict[]): void {
  for (const [i, one] of signatures.entries()) {
    for (const other of signatures.slice(0, i)) {
      const sameSigner = one.certificate !== '' && one.certificate === other.certificate
      const sameRoot = one.root !== null && one.root === other.root && one.party !== other.party
      if (sameSigner) one.problems.push({ code: 'same_certificate_twice', detail: other.field })
      else if (sameRoot) one.problems.push({ code: 'same_root_for_two_sides', detail: other.field })
      if (sameSigner || sameRoot) one.trusted = false
    }
  }
}

function stateOf({ declared }: Reading, problems: Problem[], signatures: SignatureVerdict[]): State {
  if (!declared) return 'not_an_agreement'
  if (problems.length) return 'altered'
  if (signatures.some((s) => !s.trusted)) return 'untrusted'
  if (!signatures.length) return 'unsigned'
  return signatures.length < declared.fields.length ? 'partial' : 'complete'
}
