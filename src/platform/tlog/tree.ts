/**
 * Growing a Merkle tree and proving things about it. The tree is kept as the hashes of its *complete* subtrees, which never
 * change once they are there; every root and every proof, for any size up to now, is made of few of them.
 */
import { emptyRoot, nodeHash } from './hashing.ts'

/** The root of a complete subtree: `level` is its height, `index` its place from the left among those of that height. */
export interface Node {
  level: number
  index: number
}

export interface HashedNode extends Node {
  hash: Uint8Array
}

/** Gives the hashes of complete subtrees, in the order asked. @throws where one is not there */
export type ReadNodes = (nodes: Node[]) => Promise<Uint8Array[]>

/** A run of entries, from the first to before the last; as it comes up in a tree, so never across two subtrees. */
type Range = readonly [from: number, to: number]

/** The largest power of two below n (n > 1): where RFC 6962 cuts a tree of n entries in two. */
function cutOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The complete subtrees a run of entries is made of, from left to right, each smaller than the one before. */
export function subtreesOf([from, to]: Range): Node[] {
  const nodes: Node[] = []
  for (let start = from; start < to; ) {
    let level = 0
    while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= to) level++
    nodes.push({ level, index: start / 2 ** level })
    start += 2 ** level
  }
  return nodes
}

/** The hash of each run, with one question to the store for all of them. */
async function hashesOf(read: ReadNodes, ranges: Range[]): Promise<Uint8Array[]> {
  const parts = ranges.map(subtreesOf)
  const hashes = await read(parts.flat())
  let at = 0
  return parts.map((nodes) => {
    const own = hashes.slice(at, at + nodes.length)
    at += nodes.length
    return own.reduceRight((right, left) => nodeHash(left, right))
  })
}

/** The root of the tree's first `size` entries. */
export async function rootAt(read: ReadNodes, size: number): Promise<Uint8Array> {
  if (size === 0) return emptyRoot
  return (await hashesOf(read, [[0, size]]))[0]!
}

/** PATH(m, D[n]) of RFC 6962 section 2.1.1: from the leaf's sibling up to the root's child. */
function inclusionPath(index: number, [from, to]: Range): Range[] {
  if (to - from === 1) return []
  const middle = from + cutOf(to - from)
  return index < middle
    ? [...inclusionPath(index, [from, middle]), [middle, to]]
    : [...inclusionPath(index, [middle, to]), [from, middle]]
}

/** Proves that the entry at `index` is in the tree of `size` entries. */
export async function inclusionProof(read: ReadNodes, index: number, size: number): Promise<Uint8Array[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`no entry ${index} in a tree of ${size}`)
  return hashesOf(read, inclusionPath(index, [0, size]))
}

/** SUBPROOF(m, D[n], b) of RFC 6962 section 2.1.2. */
function consistencyPath(old: number, [from, to]: Range, whole: boolean): Range[] {
  if (old === to) return whole ? [] : [[from, to]]
  const middle = from + cutOf(to - from)
  return old <= middle
    ? [...consistencyPath(old, [from, middle], whole), [middle, to]]
    : [...consistencyPath(old, [middle, to], false), [from, middle]]
}

/** Proves that the tree of `old` entries is the beginning of the tree of `size` entries. Empty where `old` is 0 or `size`. */
export async function consistencyProof(read: ReadNodes, old: number, size: number): Promise<Uint8Array[]> {
  if (!(old >= 0 && old <= size)) throw new RangeError(`a tree of ${size} does not begin with one of ${old}`)
  if (old === 0 || old === size) return []
  return hashesOf(read, consistencyPath(old, [0, size], true))
}

/**
 * Proves that the 256-entry subtree which begins at `start` is in the tree of `size` entries: the subtree consistency proof
 * of tlog-mirror. Seen from that height the tree is one of subtrees, the last of which may be incomplete.
 */
export async function tileProof(read: ReadNodes, start: number, size: number): Promise<Uint8Array[]> {
  const tiles = Math.ceil(size / 256)
  const path = inclusionPath(start / 256, [0, tiles])
  return hashesOf(
    read,
    path.map(([from, to]) => [from * 256, Math.min(to * 256, size)] as const),
  )
}

/** The complete subtrees that come into being when leaves are appended to a tree of `size` entries, leaves first among each. */
export async function grow(read: ReadNodes, size: number, leaves: Uint8Array[]): Promise<HashedNode[]> {
  const edge = subtreesOf([0, size])
  const hashes = await read(edge)
  const open: HashedNode[] = edge.map((node, i) => ({ ...node, hash: hashes[i]! }))
  const made: HashedNode[] = []
  for (const [i, hash] of leaves.entries()) {
    let node: HashedNode = { level: 0, index: size + i, hash }
    made.push(node)
    while (node.index % 2 === 1) {
      const left = open.pop()!
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(left.hash, node.hash) }
      made.push(node)
    }
    open.push(node)
  }
  return made
}

/** A tree held in memory, for proofs over a handful of hashes at hand. */
export function memoryTree(): { read: ReadNodes; append(leaves: Uint8Array[]): Promise<void>; size: number } {
  const known = new Map<string, Uint8Array>()
  const key = ({ level, index }: Node) => `${level}/${index}`
  const tree = {
    size: 0,
    read: async (nodes: Node[]) =>
      nodes.map((node) => {
        const hash = known.get(key(node))
        if (!hash) throw new Error(`no subtree ${key(node)}`)
        return hash
      }),
    append: async (leaves: Uint8Array[]) => {
      for (const node of await grow(tree.read, tree.size, leaves)) known.set(key(node), node.hash)
      tree.size += leaves.length
    },
  }
  return tree
}
