/** The countersigning side's question: is this the document I hold, plus exactly one signature? */
import { sameBytes } from '#src/platform/bytes.ts'
import { type Reading, readDocument } from './reading.ts'
import { stampVerdict } from './stamp-check.ts'
import type { Problem, SignatureVerdict, StampVerdict } from './verdict.ts'
import { checkAll, markShared, signatureProblems, signatureVerdict, type VerifyOptions } from './verify.ts'

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

/** @param most how many updates may have been added */
function compare(previous: Uint8Array, next: Uint8Array, most = 1): { problems: Problem[]; reading?: Reading } {
  if (next.length <= previous.length) return { problems: [{ code: 'nothing_added' }] }
  if (!sameBytes(next.subarray(0, previous.length), previous)) return { problems: [{ code: 'previous_changed' }] }
  const reading = readDocument(next)
  if (reading.problems.length) return { problems: reading.problems, reading }
  const { sections } = reading.layout
  if (sections.slice(-1 - most, -1).some(({ end }) => end === previous.length)) return { problems: [], reading }
  const known = sections.some((section) => section.end === previous.length)
  return { problems: [{ code: known ? 'several_revisions' : 'previous_not_a_revision' }] }
}

/**
 * Judges a new revision and its signature before anything is added to it. The verifier asks the same questions of each
 * revision.
 * @param options.roots the signer's certificate must chain to one of them; `at`: the time here, for signatures dated
 *   later
 */
export function countersignable(previous: Uint8Array, next: Uint8Array, options: VerifyOptions): RevisionVerdict {
  const { problems, reading } = compare(previous, next)
  if (problems.length || !reading) return { accepted: false, problems }
  if (reading.preserved.length > 0) return { accepted: false, problems: [{ code: 'no_field_filled' }] }
  const { at } = options
  const { findings } = checkAll(next, reading, options)
  const signatures = reading.filled.map((filled, i) => signatureVerdict(filled, findings[i]!))
  markShared(signatures)
  const broken = reading.filled.flatMap((filled, i) => signatureProblems(filled, findings[i]!, i + 1, at))
  const signature = signatures.at(-1)!
  const untrusted = signature.problems.filter(({ code }) => !broken.some((p) => p.code === code))
  const all = [...broken, ...untrusted]
  return { accepted: all.length === 0, problems: all, signature }
}

export interface PreservationVerdict {
  accepted: boolean
  problems: Problem[]
  /** The newest time-stamp, where one was added. */
  stamp?: StampVerdict
}

/**
 * Judges what was added to preserve a document all have signed: material, then a time-stamp over it. Kept is also a stamp by an
 * authority we do not know, for it does no harm; one that is wrong is not.
 */
export function preservable(previous: Uint8Array, next: Uint8Array, options: VerifyOptions): PreservationVerdict {
  const { problems, reading } = compare(previous, next, 2)
  if (problems.length || !reading) return { accepted: false, problems }
  const at = reading.layout.sections.findIndex(({ end }) => end === previous.length)
  const added = reading.preserved.filter(({ revision }) => revision > at)
  const kinds = added.map(({ kind }) => kind).join()
  const complete = added.length === reading.layout.sections.length - 1 - at
  if (!complete || (kinds !== 'stamp' && kinds !== 'material,stamp'))
    return { accepted: false, problems: [{ code: 'preservation_differs', detail: kinds }] }
  const { findings, evidence, problems: beside } = checkAll(next, reading, options)
  const broken = reading.filled.flatMap((filled, i) => signatureProblems(filled, findings[i]!, i + 1, options.at))
  const all = [...beside, ...broken]
  const { finding, live } = evidence.stamps.at(-1)!
  return { accepted: all.length === 0, problems: all, stamp: stampVerdict(finding, live) }
}
