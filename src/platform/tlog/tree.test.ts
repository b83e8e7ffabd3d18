/**
 * The reference tree of RFC 6962: leaves, roots and proofs as the tests of Google's certificate-transparency and of
 * transparency-dev/merkle (testonly/constants.go, proof/verify_test.go) have them. Beyond it, every size up to 130.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  consistencyProof,
  emptyRoot,
  grow,
  inclusionProof,
  leafHash,
  memoryTree,
  nodeHash,
  rootAt,
  tileProof,
  verifyConsistency,
  verifyInclusion,
  verifyTile,
} from './index.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const unhex = (text: string) => Buffer.from(text, 'hex')

const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const [a, b, c, d, e] = [
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
]
const inclusions: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [0, 8, [a, b, c]],
  [5, 8, [d, e, roots[4]!]],
  [2, 3, [roots[2]!]],
  [1, 5, [roots[1]!, b, d]],
]
const consistencies: [old: number, size: number, proof: string[]][] = [
  [1, 1, []],
  [1, 8, [a, b, c]],
  [6, 8, ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', e, roots[4]!]],
  [2, 5, [b, d]],
]

async function treeOf(leaves: Uint8Array[]) {
  const tree = memoryTree()
  await tree.append(leaves)
  return tree
}

const reference = () => treeOf(inputs.map((input) => leafHash(unhex(input))))

test('the reference roots come out, for every size', async () => {
  const { read } = await reference()
  assert.equal(hex(emptyRoot), roots[0])
  for (const [size, root] of roots.entries()) assert.equal(hex(await rootAt(read, size)), root)
})

test('the reference inclusion proofs come out, and verify', async () => {
  const { read } = await reference()
  for (const [index, size, expected] of inclusions) {
    const proof = await inclusionProof(read, index, size)
    assert.deepEqual(proof.map(hex), expected, `${index} in ${size}`)
    const leaf = leafHash(unhex(inputs[index]!))
    assert.ok(verifyInclusion({ leaf, index, size, proof, root: unhex(roots[size]!) }))
  }
})

test('the reference consistency proofs come out, and verify', async () => {
  const { read } = await reference()
  for (const [old, size, expected] of consistencies) {
    const proof = await consistencyProof(read, old, size)
    assert.deepEqual(proof.map(hex), expected, `${old} to ${size}`)
    const claim = { old, oldRoot: unhex(roots[old]!), size, root: unhex(roots[size]!), proof }
    assert.ok(verifyConsistency(claim))
  }
})

const most = 130
const leaves = Array.from({ length: most }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))

/** MTH of RFC 6962 section 2.1, written down as it stands there: what the quick way must agree with. */
function plainRoot(list: Uint8Array[]): Uint8Array {
  if (list.length <= 1) return list[0] ?? emptyRoot
  let k = 1
  while (k * 2 < list.length) k *= 2
  return nodeHash(plainRoot(list.slice(0, k)), plainRoot(list.slice(k)))
}

const flipped = (hash: Uint8Array) => Buffer.from(hash).map((byte, i) => (i === 7 ? byte ^ 1 : byte))
/** A proof with one thing wrong: a hash changed, missing, doubled, exchanged. */
function broken(proof: Uint8Array[]): Uint8Array[][] {
  const changed = proof.map((hash, i) => proof.with(i, flipped(hash)))
  const exchanged = proof.slice(1).map((hash, i) => proof.with(i, hash).with(i + 1, proof[i]!))
  return [
    ...changed,
    ...exchanged,
    [...proof, proof.at(-1) ?? emptyRoot],
    proof.slice(0, -1),
    proof.slice(1),
    proof.map((hash) => hash.subarray(1)),
  ].filter((other) => other.length !== proof.length || other.some((hash, i) => hash !== proof[i]))
}

test('for every size up to 130 the root is that of the definition', async () => {
  const { read } = await treeOf(leaves)
  for (let size = 0; size <= most; size++)
    assert.deepEqual(Buffer.from(await rootAt(read, size)), Buffer.from(plainRoot(leaves.slice(0, size))), `${size}`)
})

test('for every entry of every size up to 130 inclusion is proven, and no changed proof passes', async () => {
  const { read } = await treeOf(leaves)
  for (let size = 1; size <= most; size++) {
    const root = await rootAt(read, size)
    for (let index = 0; index < size; index++) {
      const proof = await inclusionProof(read, index, size)
      const claim = { leaf: leaves[index]!, index, size, proof, root }
      assert.ok(verifyInclusion(claim), `${index} in ${size}`)
      assert.ok(!verifyInclusion({ ...claim, leaf: leaves[(index + 1) % most]! }))
      assert.ok(!verifyInclusion({ ...claim, root: flipped(root) }))
      assert.ok(!verifyInclusion({ ...claim, index: size }))
      if (size > 1) assert.ok(!verifyInclusion({ ...claim, index: index === 0 ? 1 : index - 1 }))
      if (index % 9 === 0) for (const other of broken(proof)) assert.ok(!verifyInclusion({ ...claim, proof: other }))
    }
  }
})

test('for every two sizes up to 130 consistency is proven, and no changed proof passes', async () => {
  const { read } = await treeOf(leaves)
  const all = await Promise.all(Array.from({ length: most + 1 }, (_, size) => rootAt(read, size)))
  for (let size = 0; size <= most; size++) {
    for (let old = 0; old <= size; old++) {
      const proof = await consistencyProof(read, old, size)
      const claim = { old, oldRoot: all[old]!, size, root: all[size]!, proof }
      assert.ok(verifyConsistency(claim), `${old} to ${size}`)
      assert.ok(!verifyConsistency({ ...claim, oldRoot: flipped(claim.oldRoot) }), `${old} to ${size}, other old root`)
      if (old > 0)
        assert.ok(!verifyConsistency({ ...claim, root: flipped(claim.root) }), `${old} to ${size}, other root`)
      if (old > 0 && old < size) assert.ok(!verifyConsistency({ ...claim, old: size, size: old }))
      if (old % 7 === 0) for (const other of broken(proof)) assert.ok(!verifyConsistency({ ...claim, proof: other }))
    }
  }
})

test('a tree in which one early entry was rewritten is consistent with no older root that held it', async () => {
  const honest = await treeOf(leaves)
  const rewritten = await treeOf(leaves.with(3, leafHash(Buffer.from('another entry 3'))))
  for (const old of [4, 5, 64, 100]) {
    const proof = await consistencyProof(rewritten.read, old, most)
    const [oldRoot, root] = [await rootAt(honest.read, old), await rootAt(rewritten.read, most)]
    assert.ok(!verifyConsistency({ old, oldRoot, size: most, root, proof }))
  }
})

test('a right root with a wrong size proves nothing, though the hashes come out', async () => {
  const { read } = await treeOf(leaves.slice(0, 2))
  const root = await rootAt(read, 2)
  assert.ok(verifyInclusion({ leaf: leaves[1]!, index: 1, size: 2, proof: [leaves[0]!], root }))
  assert.ok(!verifyInclusion({ leaf: leaves[1]!, index: 0, size: 1, proof: [leaves[0]!], root }))
})

test('sizes and indexes that are none are refused, and never counted with', () => {
  const root = leaves[0]!
  for (const size of [-1, 0.5, Number.NaN, 2 ** 53])
    assert.ok(!verifyInclusion({ leaf: root, index: 0, size, proof: [], root }), `${size}`)
  assert.ok(!verifyConsistency({ old: 2, oldRoot: root, size: 1, root, proof: [] }))
})

test('growing by one or by many makes the same subtrees', async () => {
  const [atOnce, oneByOne] = [memoryTree(), memoryTree()]
  await atOnce.append(leaves)
  for (const leaf of leaves) await oneByOne.append([leaf])
  assert.deepEqual(await rootAt(atOnce.read, most), await rootAt(oneByOne.read, most))
  assert.equal((await grow(atOnce.read, most, leaves.slice(0, 6))).length, 6 + 3 + 2 + 1)
})

test('a subtree of 256 is proven to be in trees of any size, also the incomplete last one', async () => {
  const many = Array.from({ length: 1_100 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))
  const { read } = await treeOf(many)
  for (const size of [1, 255, 256, 257, 511, 512, 513, 700, 1_024, 1_025, 1_100]) {
    const root = await rootAt(read, size)
    for (let start = 0; start < size; start += 256) {
      const proof = await tileProof(read, start, size)
      const subtree = plainRoot(many.slice(start, Math.min(size, start + 256)))
      assert.ok(verifyTile({ subtree, start, size, proof, root }), `${start} in ${size}`)
      assert.ok(!verifyTile({ subtree: flipped(subtree), start, size, proof, root }))
      assert.ok(!verifyTile({ subtree, start: start + 1, size, proof, root }))
      for (const other of broken(proof)) assert.ok(!verifyTile({ subtree, start, size, proof: other, root }))
    }
  }
})
