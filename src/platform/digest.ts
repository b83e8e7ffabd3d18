/** The digests our formats name, in Node and in browsers alike, at once and without waiting. */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 as noble256, sha384, sha512 } from '@noble/hashes/sha2.js'

export type DigestName = 'sha1' | 'sha256' | 'sha384' | 'sha512'

const portable = { sha1, sha256: noble256, sha384, sha512 }

/** Node's own is ten times faster on a large file, and a digest is the same whoever computes it. */
const native = globalThis.process?.getBuiltinModule?.('node:crypto').createHash

/** The digest of all parts, one after the other. */
export function digest(algorithm: DigestName, ...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const hash = native ? native(algorithm) : portable[algorithm].create()
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

export const sha256 = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => digest('sha256', ...parts)
