/** What a form began from, carried by the form itself: so that after a colleague's save both changes can be put together. */
import { type Merged, threeWay } from './three-way.ts'

/** The value of the form's hidden field `began`. */
export const beganFrom = (record: object): string => JSON.stringify(record)

/**
 * What the second of two writers is shown: what only the colleague changed is taken over, what only this one changed stays, and
 * where both did, this one's stands with the colleague's beside it.
 * @param began as the form carried it; where that is no record of this shape, all that was typed stays
 */
export function putTogether<T extends object>(began: string | undefined, typed: T, saved: T): T {
  return meanwhile(began, typed, saved)?.merged ?? typed
}

/** The same, with what both changed; nothing where the form carried no record of this shape. */
export function meanwhile<T extends object>(began: string | undefined, typed: T, saved: T): Merged<T> | undefined {
  const base = read(began)
  const known = base && Object.keys(typed).every((key) => Object.hasOwn(base, key))
  return known ? threeWay(base as T, typed, saved) : undefined
}

function read(began: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(began ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
