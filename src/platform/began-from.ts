/** What a form began from, carried by the form itself: so that after a colleague's save both changes can be put together. */
import { threeWay } from './three-way.ts'

/** The value of the form's hidden field `began`. */
export const beganFrom = (record: object): string => JSON.stringify(record)

/**
 * What the second of two writers is shown: what only the colleague changed is taken over, what only this one changed stays, and
 * where both did, this one's stands with the colleague's beside it.
 * @param began as the form carried it; where that is no record of this shape, all that was typed stays
 */
export function putTogether<T extends object>(began: string | undefined, typed: T, saved: T): T {
  const base = read(began)
  if (!base) return typed
  const known = Object.keys(typed).every((key) => Object.hasOwn(base, key))
  return known ? threeWay(base as T, typed, saved).merged : typed
}

function read(began: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(began ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
