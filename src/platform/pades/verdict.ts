/** What is said about a document. */
import type { ProblemCode } from './words.ts'

/** Anything JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** One thing that is wrong. `revision` counts from 0, the document before any signature. */
export interface Problem {
  code: ProblemCode
  revision?: number
  detail?: string
}

export type State = 'complete' | 'partial' | 'unsigned' | 'altered' | 'untrusted' | 'not_an_agreement'

export interface SignatureVerdict {
  /** Name of the field it fills. */
  field: string
  /** The side it was declared for, e.g. a ROR id. */
  party: string
  /** Who was to sign, as declared before any signature. */
  signer: string
  /** The data declared with the field. */
  stamp: Json
  /** Which of the declared appearances it shows, e.g. `passkey`. */
  variant: string
  subject: string
  issuer: string
  /** `RSA 3072` or `ECDSA P-256`, say. */
  algorithm: string
  /** The time the signer's node claims, ISO 8601 in UTC. */
  signedAt: string
  /** SHA-256 of the signer's certificate and of the root it chains to (null where to none given), hex. */
  certificate: string
  root: string | null
  trusted: boolean
  problems: Problem[]
}

export interface Verdict {
  state: State
  /** Fields filled without a problem of structure, digest or signature; of how many declared. */
  signed: number
  of: number
  demonstration: boolean
  /** What was declared about the whole document, e.g. its text hash. */
  about: Json
  /** SHA-256 in hex of the document before any signature, and of the file as given. */
  revisionZeroSha256: string | null
  sha256: string
  signatures: SignatureVerdict[]
  /** Declared fields not filled yet. */
  waiting: { field: string; party: string; signer: string; stamp: Json }[]
  problems: Problem[]
}
