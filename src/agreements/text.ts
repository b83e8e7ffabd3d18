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
  effect: 'both_signatures'
  typesetter: TypesetterIdentity
}
