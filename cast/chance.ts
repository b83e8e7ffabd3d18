/** Numbers that look random and are the same for the same seed (mulberry32, public domain by Tommy Ettinger). */

export interface Chance {
  /** A whole number from 0 to n - 1. */
  below(n: number): number
  one<T>(list: readonly T[]): T
  /** In the form of a version 4 UUID. */
  uuid(): string
}

/** @param seed any whole number */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  const hex = (n: number) => Array.from({ length: n }, () => below(16).toString(16)).join('')
  return {
    below,
    one: (list) => list[below(list.length)]!,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[below(4)]}${hex(3)}-${hex(12)}`,
  }
}
