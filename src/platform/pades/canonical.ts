/** JSON as it stands in a document: canonical (RFC 8785), UTF-8. */
import canonicalize from 'canonicalize'
import { fromUtf8 } from '#src/platform/bytes.ts'
import { bytes, isStr, type Str, type Value } from '#src/platform/pdf/objects.ts'
import type { Json } from './verdict.ts'

export const spellJson = (value: Json): Str => bytes(canonicalize(value)!)

/** More than any data of ours is nested; what is nested much deeper can be read, but not written out again. */
const deepest = 20

/** @throws {Error} where the value is no string of JSON, or is nested too deeply */
export function readJson(value: Value | undefined): Json {
  if (!isStr(value)) throw new Error('expected JSON')
  const data = JSON.parse(fromUtf8(value.bytes)) as Json
  if (isDeeperThan(deepest, data)) throw new Error('nested too deeply')
  return data
}

function isDeeperThan(levels: number, value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner))
}
