/** Chance that comes back: the same seed gives the same damage on every machine. */

/** A whole number from 0 to before `below`. */
export type Random = (below: number) => number

/** Mulberry32: small, and even enough to pick places. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export const oneOf = <T>(random: Random, all: readonly T[]): T => all[random(all.length)]!
