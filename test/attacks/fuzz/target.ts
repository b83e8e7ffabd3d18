/** One kind of thing that comes from outside: how it is damaged, and what may not be said of it then. */
import type { Random } from './random.ts'

/**
 * What became of a damaged thing. `refused`: it was turned away with a reason. `harmless`: it was taken, and all that is vouched for is
 * what it was. Anything else is a false acceptance, and thrown.
 */
export type Outcome = 'refused' | 'harmless'

export class FalseAcceptance extends Error {}

export interface Target {
  name: string
  /** How many of a hundred cases it gets. */
  share: number
  /** Damages something and has it judged. @throws whatever the judge throws, and FalseAcceptance */
  judge(random: Random): Promise<Outcome> | Outcome
}

/** Taken, but only if what it vouches for is the same. */
export function onlyIf(same: boolean, what: string): Outcome {
  if (same) return 'harmless'
  throw new FalseAcceptance(what)
}
