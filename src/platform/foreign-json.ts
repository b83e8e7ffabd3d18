/** JSON that somebody else wrote, as part of a shape: of any form, but never nested so deeply that whoever reads it falls over. */
import { z } from 'zod'
import type { Json } from './record.ts'

/** Levels. What nodes say to each other has three or four. */
const deepest = 32

export const foreignJson = z.custom<Json>(isShallowJson)

/** Looked at level by level: going down into it would be what it is to prevent. */
export function isShallowJson(value: unknown): value is Json {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest || !level.every(isPart)) return false
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []))
  }
  return true
}

const isPart = (part: unknown): boolean =>
  part === null || ['string', 'boolean', 'object'].includes(typeof part) || Number.isFinite(part)
