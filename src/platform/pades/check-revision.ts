/** The countersigning side's question: is this the document I hold, plus exactly one signature? */
import { sameBytes } from '#src/platform/bytes.ts'
import { type Reading, readDocument } from './reading.ts'
import { checkSignature } from './signature-check.ts'
import { trustedRoots } from './trust.ts'
import type { Problem, SignatureVerdict } from './verdict.ts'
import { markShared, signatureProblems, signatureVerdict, type VerifyOptions } from './verify.ts'

export interface RevisionVerdict {
  accepted: boolean
  problems: Problem[]
  /** The signature added, where the update kept the rule. */
  signature?: SignatureVerdict
}

/**
 * Judges a new revision by the strict rule: the previous bytes, then one update that fills one declared field. The
 * shape only: `countersignable` also checks the signature.
 * @returns what is wrong; empty where nothing is
 */
export function checkRevision(previous: Uint8Array, next: Uint8Array): Problem[] {
  return compare(previous, next).problems
}

function compare(previous: Uint8Array, next: Uint8Array): { problems: Problem[]; reading?: Reading } {
  if (next.length <= previous.length) return { problems: [{ code: 'nothing_added' }] }
  if (!sameBytes(next.subarray(0, previous.length), previous)) return { problems: [{ code: 'previous_changed' }] }
  const reading = readDocument(next)
  if (reading.problems.length) return { problems: reading.problems, reading }
  const { sections } = reading.layout
  if (sections.at(-2)?.end === previous.length) return { problems: [], reading }
  const known = sections.some((section) => section.end === previous.length)
  return { problems: [{ code: known ? 'several_revisions' : 'previous_not_a_revision' }] }
}

/**
 * Judges a new revision and its signature before anything is added to it. The verifier asks the same questions of each
 * revision.
 * @param options.roots the signer's certificate must chain to one of them; `at`: the time here, for signatures dated
 *   later
 */
export function countersignable(previous: Uint8Array, next: Uint8Array, { roots, at }: VerifyOptions): RevisionVerdict {
  const { problems, reading } = compare(previous, next)
  if (problems.length || !reading) return { accepted: false, problems }
  const trusted = trustedRoots(roots)
  const findings = reading.filled.map((filled) => checkSignature(next, filled, trusted))
  const signatures = reading.filled.map((filled, i) => signatureVerdict(filled, findings[i]!))
  markShared(signatures)
  const broken = reading.filled.flatMap((filled, i) => signatureProblems(filled, findings[i]!, i + 1, at))
  const signature = signatures.at(-1)!
  const untrusted = signature.problems.filter(({ code }) => !broken.some((p) => p.code === code))
  const all = [...broken, ...untrusted]
  return { accepted: all.length === 0, problems: all, signature }
}
