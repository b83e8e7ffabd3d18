/** Two people wrote in one form at once: what both meant, and where they meant different things. Rules only. */

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }
type Fields = { [key: string]: Value }
type Entry = Fields & { id: string }

export interface Merged<T> {
  merged: T
  /** Path of each field both changed differently, with what the other saved: `items.3f2a.title.en`. */
  conflicts: Record<string, Value>
}

/**
 * Takes over what only the other changed, keeps what only this one changed, and where both did, keeps this one's and names the other's.
 * @param base what both began from; `typed` what this one has now; `saved` what the other has saved meanwhile
 */
export function threeWay<T>(base: T, typed: T, saved: T): Merged<T> {
  const conflicts: Record<string, Value> = {}
  const merged = merge(base as Value, typed as Value, saved as Value, '', conflicts) as T
  return { merged, conflicts }
}

const same = (a: Value | undefined, b: Value | undefined) => JSON.stringify(a) === JSON.stringify(b)
const under = (path: string, key: string) => (path ? `${path}.${key}` : key)
const isFields = (v: Value | undefined): v is Fields => typeof v === 'object' && v !== null && !Array.isArray(v)
const isList = (v: Value | undefined): v is Entry[] =>
  Array.isArray(v) && v.every((one) => isFields(one) && typeof one.id === 'string')

function merge(base: Value, typed: Value, saved: Value, path: string, conflicts: Record<string, Value>): Value {
  if (same(typed, base) || same(typed, saved)) return saved
  if (same(saved, base)) return typed
  if (isList(base) && isList(typed) && isList(saved)) return mergeLists(base, typed, saved, path, conflicts)
  if (isFields(typed) && isFields(saved)) {
    const before = isFields(base) ? base : {}
    const keys = Object.keys(typed)
    return Object.fromEntries(
      keys.map((key) => [
        key,
        merge(before[key] ?? null, typed[key]!, saved[key] ?? null, under(path, key), conflicts),
      ]),
    )
  }
  conflicts[path] = saved
  return typed
}

/** Entries are known by their id. Taken out by one and changed by the other, an entry stays. */
function mergeLists(base: Entry[], typed: Entry[], saved: Entry[], path: string, conflicts: Record<string, Value>) {
  const find = (list: Entry[], id: string) => list.find((one) => one.id === id)
  const ids = (list: Entry[]) => list.map(({ id }) => id)
  const movedHere = !same(keptOf(ids(base), ids(typed)), keptOf(ids(typed), ids(base)))
  const [first, second] = movedHere ? [typed, saved] : [saved, typed]
  return withInserted(ids(first), ids(second)).flatMap((id): Entry[] => {
    const [was, mine, theirs] = [find(base, id), find(typed, id), find(saved, id)]
    if (mine && theirs) return [merge(was ?? {}, mine, theirs, under(path, id), conflicts) as Entry]
    const left = mine ?? theirs
    return left && !same(left, was) ? [left] : []
  })
}

/** Ids of `list` that the other list has too, in their order. */
const keptOf = (list: string[], other: string[]) => list.filter((id) => other.includes(id))

/** The first order, with what only the second has put behind what it follows there. */
function withInserted(first: string[], second: string[]): string[] {
  return second.reduce((order, id, i) => {
    if (order.includes(id)) return order
    return order.toSpliced(order.indexOf(second[i - 1] ?? '') + 1, 0, id)
  }, first)
}
