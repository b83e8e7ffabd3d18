/** What forms of this area have in common: reading typed fields, lists that can be rearranged, and what both people wrote. Rules only. */

import { isId } from '#src/platform/id.ts'
import { threeWay, type Value } from '#src/platform/three-way.ts'
import type { Bilingual } from './plan.ts'

export type Fields = Partial<Record<string, string>>

/** A browser sends line ends as CR LF; texts have LF only. */
export const typed = (fields: Fields, name: string): string => (fields[name] ?? '').replaceAll('\r\n', '\n').trim()

export const both = (fields: Fields, name: string): Bilingual => ({
  en: typed(fields, `${name}_en`),
  zh: typed(fields, `${name}_zh`),
})

/** The id a form brings for what it makes, so that sent twice it makes one thing; a new one where it brings none. */
export const idOfForm = ({ id }: Fields): string => (id && isId(id) ? id : crypto.randomUUID())

/** Numbers of the entries of a list in a form, where each carries `KIND_N_id`. */
export function numbers(fields: Fields, kind: string): number[] {
  const found = Object.keys(fields).flatMap((name) => new RegExp(`^${kind}_(\\d{1,3})_id$`).exec(name)?.[1] ?? [])
  return found.map(Number).sort((a, b) => a - b)
}

/** One of the known values, or the first of them. */
export const oneOf = <T extends string>(value: string | undefined, known: readonly T[]): T =>
  known.find((one) => one === value) ?? known[0]!

/** Moves, takes out or puts in: `up:1`, `down:1`, `remove:1`, `add:2` (below the third). */
export function rearranged<T>(list: T[], act: string, empty: () => T): T[] {
  const [what, which = ''] = act.split(':')
  const at = Number(which)
  if (what === 'add') return list.toSpliced(at + 1, 0, empty())
  if (what === 'remove') return list.toSpliced(at, 1)
  if (what === 'up') return moved(list, at, at - 1)
  if (what === 'down') return moved(list, at, at + 1)
  return list
}

function moved<T>(list: T[], from: number, to: number): T[] {
  const [one] = list.slice(from, from + 1)
  return one === undefined || to < 0 || to >= list.length ? list : list.toSpliced(from, 1).toSpliced(to, 0, one)
}

/** What somebody began from, as their form carries it; undefined where it was tampered with. */
export function baseOf<T>(fields: Fields): T | undefined {
  try {
    const base: unknown = JSON.parse(fields.base ?? '')
    return typeof base === 'object' && base !== null ? (base as T) : undefined
  } catch {
    return undefined
  }
}

/** Puts a colleague's saved form under what is typed here. Without a base, what is typed stands and every difference is named. */
export function together<T>(base: T | undefined, here: T, saved: T): { merged: T; conflicts: Record<string, Value> } {
  return threeWay(base ?? ({} as T), here, saved)
}
