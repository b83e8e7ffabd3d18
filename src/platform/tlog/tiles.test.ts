import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bundle, nodesOf, readBundle, readTilePath, type Tile, tilePath, widthIn } from './index.ts'

test('paths are those of the document: index 1234067 is x001/x234/067', () => {
  assert.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067')
  assert.equal(tilePath({ level: 'entries', index: 1_234_067, width: 17 }), 'tile/entries/x001/x234/067.p/17')
  assert.equal(tilePath({ level: 63, index: 0, width: 1 }), 'tile/63/000.p/1')
})

test('a path is read back, and one tile has one path', () => {
  for (const tile of [
    { level: 0, index: 0, width: 256 },
    { level: 2, index: 999, width: 255 },
    { level: 'entries', index: 1_000, width: 1 },
  ] satisfies Tile[])
    assert.deepEqual(readTilePath(tilePath(tile)), tile)
  for (const wrong of [
    ...['tile/64/000', 'tile/00/000', 'tile/0/0', 'tile/0/0000', 'tile/0/000/001', 'tile/0/x000/001', 'tile/0/x1/001'],
    ...['tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/01', 'tile/0/000.p/', 'tile/data/000', '/tile/0/000'],
    ...['tile/0/000.p/1/', 'tile/0/-01', `tile/0/${'x999/'.repeat(6)}999`],
  ])
    assert.equal(readTilePath(wrong), undefined, wrong)
})

test('a tree of 70,000 has the tiles the document counts', () => {
  const width = (level: number, index: number) => widthIn(70_000, { level, index })
  assert.deepEqual([width(0, 0), width(0, 272), width(0, 273), width(0, 274)], [256, 256, 112, 0])
  assert.deepEqual([width(1, 0), width(1, 1), width(1, 2)], [256, 17, 0])
  assert.deepEqual([width(2, 0), width(2, 1), width(3, 0)], [1, 0, 0])
  assert.equal(widthIn(70_000, { level: 'entries', index: 273 }), 112)
})

test('a tree of 256 is one full tile and one of width 1 above it', () => {
  assert.equal(widthIn(256, { level: 0, index: 0 }), 256)
  assert.equal(widthIn(256, { level: 1, index: 0 }), 1)
  assert.equal(widthIn(256, { level: 0, index: 1 }), 0)
  assert.deepEqual(nodesOf({ level: 1, index: 0, width: 1 }), [{ level: 8, index: 0 }])
})

test('a bundle is read back entry by entry; one cut short is not a bundle', () => {
  const entries = ['', 'a', '协议', 'x'.repeat(65_535)].map((text) => Buffer.from(text).subarray(0, 65_535))
  const bytes = bundle(entries)
  assert.deepEqual(
    readBundle(bytes)?.map((entry) => Buffer.from(entry).toString()),
    entries.map(String),
  )
  assert.deepEqual(Buffer.from(bundle([Buffer.from('ab')])), Buffer.from([0, 2, 97, 98]))
  assert.equal(readBundle(bytes.subarray(0, -1)), undefined)
  assert.equal(readBundle(Buffer.from([0])), undefined)
  assert.throws(() => bundle([Buffer.alloc(65_536)]), RangeError)
})
