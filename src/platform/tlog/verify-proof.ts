/** Checking proofs, as RFC 9162 sections 2.1.3.2 and 2.1.4.2 write it down. Never throws: a proof that is none is false. */
import { emptyRoot, nodeHash, sameHash } from './hashing.ts'

const isHash = (hash: Uint8Array) => hash.length === 32
const isSize = (n: number) => Number.isSafeInteger(n) && n >= 0
const half = (n: number) => Math.floor(n / 2)
const isPowerOfTwo = (n: number) => 2 ** Math.round(Math.log2(n)) === n

export interface InclusionClaim {
  leaf: Uint8Array
  index: number
  size: number
  proof: Uint8Array[]
  root: Uint8Array
}

/** Whether the leaf stands at `index` in the tree of `size` entries with this root. */
export function verifyInclusion({ leaf, index, size, proof, root }: InclusionClaim): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || ![leaf, root, ...proof].every(isHash)) return false
  let [at, last, hash] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(hash, root)
}

export interface ConsistencyClaim {
  old: number
  oldRoot: Uint8Array
  size: number
  root: Uint8Array
  proof: Uint8Array[]
}

/** Whether the tree of `old` entries is the beginning of the tree of `size` entries. */
export function verifyConsistency({ old, oldRoot, size, root, proof }: ConsistencyClaim): boolean {
  if (!isSize(old) || !isSize(size) || old > size || ![oldRoot, root, ...proof].every(isHash)) return false
  if (old === size) return proof.length === 0 && sameHash(oldRoot, root)
  if (old === 0) return proof.length === 0 && sameHash(oldRoot, emptyRoot)
  const [first, ...rest] = isPowerOfTwo(old) ? [oldRoot, ...proof] : proof
  if (!first || proof.length === 0) return false
  let [at, last] = [old - 1, size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  let [before, now] = [first, first]
  for (const sibling of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      before = nodeHash(sibling, before)
      now = nodeHash(sibling, now)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      now = nodeHash(now, sibling)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(before, oldRoot) && sameHash(now, root)
}

/** Whether the 256-entry subtree that begins at `start`, its last entries perhaps missing, is in the tree; see `tileProof`. */
export function verifyTile(claim: {
  subtree: Uint8Array
  start: number
  size: number
  proof: Uint8Array[]
  root: Uint8Array
}): boolean {
  const { subtree, start, size, proof, root } = claim
  if (start % 256 !== 0) return false
  return verifyInclusion({ leaf: subtree, index: start / 256, size: Math.ceil(size / 256), proof, root })
}
