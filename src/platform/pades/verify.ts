/** The verdict on a document, from its bytes and the roots one trusts; asks no server and no clock. */
import { toHex } from '#src/platform/bytes.ts'
import { sha256 } from '#src/platform/digest.ts'
import { type Reading, readDocument } from './reading.ts'
import type { Filled } from './revision-rule.ts'
import { checkSignature, type SignatureFinding } from './signature-check.ts'
import { type RootText, trustedRoots } from './trust.ts'
import type { Problem, SignatureVerdict, State, Verdict } from './verdict.ts'

export interface VerifyOptions {
  /** The root certificates one trusts, each for one side or, where it is not said, for any. */
  roots: RootText[]
  /** No signature may claim a time more than ten minutes after this. */
  at?: Temporal.Instant
}

/**
 * Verifies a document. Never throws on any bytes.
 * @throws {Error} only where one of `roots` is not a certificate
 */
export async function verifyDocument(file: Uint8Array, { roots, at }: VerifyOptions): Promise<Verdict> {
  const trusted = trustedRoots(roots)
  const reading = readDocument(file)
  const findings = reading.filled.map((filled) => checkSignature(file, filled, trusted))
  const signatures = reading.filled.map((filled, i) => signatureVerdict(filled, findings[i]!))
  const broken = reading.filled.flatMap((filled, i) => signatureProblems(filled, findings[i]!, i + 1, at))
  const problems = [...reading.problems, ...broken]
  markShared(signatures)
  return {
    ...summary(file, reading),
    state: stateOf(reading, problems, signatures),
    signed: findings.filter((f) => f.broken.length === 0).length,
    signatures,
    problems,
  }
}

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
  const { broken, problems, ...about } = finding
  const { name: field, party, signer, stamp } = filled.field
  const trusted = about.trusted && broken.length === 0
  const signedAt = filled.signedAt.toString()
  return {
    field,
    party,
    signer,
    stamp,
    variant: filled.variant,
    ...about,
    signedAt,
    trusted,
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
