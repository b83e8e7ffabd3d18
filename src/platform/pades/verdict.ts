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

/** How much proves a signature's time without its maker: nothing, a stamp, also revocation lists, and a stamp over it all. */
export const levels = ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const
export type Level = (typeof levels)[number]

export interface StampVerdict {
  /** ISO 8601 in UTC; null where it cannot be read. */
  at: string | null
  /** Who stamped, as its certificate says. */
  authority: string
  /** SHA-256 of that certificate, hex. */
  certificate: string
  /** Whether it proves a time: it is right, a known authority gave it, and it has not run out uncovered. */
  trusted: boolean
  /** Until when it proves something unless a newer stamp covers it; null where the authority is unknown. */
  until: string | null
  problems: Problem[]
}

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
  level: Level
  /** The time-stamp in the signature itself. */
  timeStamp: StampVerdict | null
  /** Since when its certificate is revoked, where a list says so. */
  revokedAt: string | null
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
  /** The lowest of its signatures; null where there is none. */
  level: Level | null
  /** The time-stamps over the whole document, oldest first. */
  timeStamps: StampVerdict[]
  /** Worth knowing, and not wrong. */
  notes: Problem[]
}
