/** Canonical JSON (RFC 8785) and SHA-256: the same value gives the same bytes on every node. */
import canonicalize from 'canonicalize'
import { toHex, utf8 } from './bytes.ts'
import { digest } from './digest.ts'

/** The canonical JSON of a value. @throws where the value holds something JSON cannot (a function, NaN, a lone surrogate) */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('this value has no JSON form')
  return text
}

/** SHA-256 of bytes or UTF-8 text, as 64 lower-case hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return toHex(digest('sha256', typeof bytes === 'string' ? utf8(bytes) : bytes))
}

/** SHA-256 of the canonical JSON of a value, in hexadecimal. */
export function canonicalHash(value: unknown): string {
  return sha256(canonical(value))
}
