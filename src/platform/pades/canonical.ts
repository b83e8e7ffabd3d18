/** JSON as it stands in a document: canonical (RFC 8785), UTF-8. */
import canonicalize from 'canonicalize'
import { bytes, isStr, type Str, type Value } from '#src/platform/pdf/objects.ts'
import type { Json } from './verdict.ts'

export const spellJson = (value: Json): Str => bytes(canonicalize(value)!)

/** @throws {Error} where the value is no string of JSON */
export function readJson(value: Value | undefined): Json {
  if (!isStr(value)) throw new Error('expected JSON')
  return JSON.parse(Buffer.from(value.bytes).toString('utf8')) as Json
}
