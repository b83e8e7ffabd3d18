/** The shared text of an agreement: what both universities must hold alike, and what is hashed. */

/** A string in both languages of the agreement. Either may be empty while drafting, neither once frozen. */
export interface Bilingual {
  en: string
  zh: string
}

/** One unit of text, English and Chinese side by side. `id` stays the same from version to version. */
export interface Clause {
  id: string
  heading: Bilingual
  body: Bilingual
}

/** A university that is party to the agreement; `ror` is its ROR id without the address, e.g. `00p991c53`. */
export interface Party {
  ror: string
  name: Bilingual
}

/** One signatory's place: which party, who, with which title, and when in the order of signing (1 signs first). */
export interface Seat {
  id: string
  party: string
  order: number
  /** `native` is null where the person's name has no form in the native script of the university, or none is known. */
  name: { latin: string; native: string | null }
  title: Bilingual
}

/** Which program and fonts draw the page. Part of the text hash, so both nodes know they should get the same bytes. */
export interface TypesetterIdentity {
  name: string
  version: string
  template: string
  fonts: { file: string; sha256: string }[]
}

/** How long an agreement lasts, and who may end it before. */
export interface Term {
  /**
   * `years` counts from the day it takes effect (in UTC, so that both sides count alike); `on` is the last day in force; `open` has no
   * end and is reviewed on a day. Days as `2031-09-22`.
   */
  ends: { kind: 'years'; years: number } | { kind: 'on'; day: string } | { kind: 'open'; reviewOn: string }
  /** Months of notice by which one side may end it alone; null where only both together may. */
  noticeMonths: number | null
}

export const effects = ['both_signatures_and_logs', 'both_signatures'] as const
/** When an agreement takes effect: once every signature is there, or once both cosigned logs hold that besides. */
export type Effect = (typeof effects)[number]

export const successions = ['amendment', 'extension', 'renewal'] as const
export type Succession = (typeof successions)[number]

/** What an agreement follows: a concluded one, named by both of its hashes, so that no other can be meant. */
export interface Follows {
  how: Succession
  agreement: string
  textHash: string
  documentHash: string
}

/** Where people reach the node of a party, as an origin: printed with the document. */
export interface VerifyAt {
  party: string
  site: string
}

/** All shared fields. The text hash is the SHA-256 of their canonical JSON (RFC 8785). */
export interface AgreementText {
  format: 'chirograph-agreement-1'
  agreement: string
  /** True for anything made by the sample or the self-test; every page of the PDF then says so. */
  demonstration: boolean
  title: Bilingual
  /** `both`: the two texts are equally authentic. */
  prevails: 'both' | 'en' | 'zh'
  parties: Party[]
  clauses: Clause[]
  seats: Seat[]
  effect: Effect
  /** Not there in texts written before terms were fields, nor where the clauses alone say it. */
  term?: Term
  /** Only in amendments, extensions and renewals. */
  follows?: Follows
  /** In the order of the parties. Not there in texts written before it was printed. */
  verifyAt?: VerifyAt[]
  typesetter: TypesetterIdentity
}
