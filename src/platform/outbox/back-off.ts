/** How long to wait before the next attempt. */

/** Milliseconds until the next attempt, given how many have failed. */
export type BackOff = (attempts: number) => number

/**
 * Doubles from `first` to `longest` milliseconds, then shortened at random by up to a quarter, so that a partner
 * who comes back is not asked by everyone at once.
 */
export function exponential(first = 1_000, longest = 300_000, random: () => number = Math.random): BackOff {
  return (attempts) => Math.round(Math.min(longest, first * 2 ** (attempts - 1)) * (1 - random() / 4))
}
