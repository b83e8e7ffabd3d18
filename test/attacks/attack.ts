import type { ProblemCode, State } from '#src/platform/pades/index.ts'
import { type Forgery, forge } from './forge.ts'
import type { Honest } from './honest.ts'

/** One way to cheat, and what must be said to it. */
export interface Attack {
  name: string
  /**
   * Makes the file. It is refused by the verifier, and by the side that holds `held` and is sent it as the next
   * revision.
   */
  make(honest: Honest): Promise<Uint8Array> | Uint8Array
  held: 'revisionZero' | 'signedOnce' | 'signedTwice'
  state: State
  /** Code of a problem the verifier names. */
  code?: ProblemCode
  /** Code the countersigning side names, where it differs. */
  countersigning?: ProblemCode
}

export const copyOf = (file: Uint8Array) => Buffer.from(file)

/** The second signature, forged; it must be found altered, and refused by the side that holds the first. */
export const inside = (title: string, code: ProblemCode, forgery: Forgery | ((honest: Honest) => Forgery)): Attack => ({
  name: title,
  make: (honest) => forge(honest, typeof forgery === 'function' ? forgery(honest) : forgery),
  held: 'signedOnce',
  state: 'altered',
  code,
})
