/** What is said of a package. The six answers are those of a document; a package is complete only where everything in it fits. */
import type { State, Verdict } from '#src/platform/pades/verdict.ts'

/** What is looked at, in order. */
export const checks = ['signatures', 'text', 'consents', 'logs', 'order', 'times'] as const
export type Check = (typeof checks)[number]

/** What may be wrong with a package, by what was looked at. */
export const packageProblems = {
  file_missing: 'signatures',
  file_malformed: 'signatures',
  revision_zero_differs: 'signatures',
  another_agreement: 'text',
  text_differs: 'text',
  consent_missing: 'consents',
  consent_differs: 'consents',
  consent_not_valid: 'consents',
  policy_differs: 'logs',
  entry_not_proven: 'logs',
  checkpoint_rolled_back: 'logs',
  log_signature_wrong: 'logs',
  log_unknown: 'logs',
  log_forked: 'logs',
  cosignature_missing: 'logs',
  cosignature_wrong: 'logs',
  event_missing: 'order',
  stamp_wrong: 'times',
  time_in_the_future: 'times',
} as const satisfies Record<string, Check>
export type PackageProblemCode = keyof typeof packageProblems

export interface PackageProblem {
  code: PackageProblemCode
  /** A file, a seat, a university: for experts. */
  detail: string
}

export interface PackageVerdict {
  kind: 'package'
  state: State
  document: Verdict
  title: { en: string; zh: string }
  parties: { ror: string; name: { en: string; zh: string }; root: string | null; given: boolean }[]
  /** Each log by the ROR id of whose it is: how many of its entries are proven, who cosigned, when. */
  logs: { ror: string; origin: string; size: number; entries: number; cosigned: { by: string; at: string }[] }[]
  /** By whose authority each log's head is time-stamped; null where nobody's we trust. */
  stamps: { log: string; at: string; by: string }[]
  problems: PackageProblem[]
  failed: Check[]
}

/** A lone document, judged by the same function. */
export type FileVerdict = PackageVerdict | { kind: 'document'; state: State; document: Verdict }
