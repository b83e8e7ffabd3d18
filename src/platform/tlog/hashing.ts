/** Merkle tree hashes as RFC 6962 section 2.1 defines them, over SHA-256. */
import { sameBytes } from '#src/platform/bytes.ts'
import { sha256 } from '#src/platform/digest.ts'

/** The prefixes keep a leaf from being passed off as a node, and a node as a leaf. */
const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

/** The root of a tree without entries: SHA-256 of nothing. */
export const emptyRoot: Uint8Array = sha256()

export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(leafPrefix, entry)
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodePrefix, left, right)
}

/** Whether two hashes are the same bytes. Nothing here is secret, so time does not matter. */
export const sameHash = sameBytes
