/** Merkle tree hashes as RFC 6962 section 2.1 defines them, over SHA-256. */
import { createHash } from 'node:crypto'

/** The prefixes keep a leaf from being passed off as a node, and a node as a leaf. */
const leafPrefix = Buffer.from([0])
const nodePrefix = Buffer.from([1])

/** The root of a tree without entries: SHA-256 of nothing. */
export const emptyRoot: Uint8Array = createHash('sha256').digest()

export function leafHash(entry: Uint8Array): Uint8Array {
  return createHash('sha256').update(leafPrefix).update(entry).digest()
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(nodePrefix).update(left).update(right).digest()
}

/** Whether two hashes are the same bytes. Nothing here is secret, so time does not matter. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
