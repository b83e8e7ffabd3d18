import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatAddEntries, formatMirrorInfo, packageRanges, readAddEntries, readMirrorInfo } from './index.ts'

const entry = (i: number) => Buffer.from(`entry ${i}`)
const entries = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => entry(from + i))
const packages = packageRanges(200, 600).map(([from, to]) => ({
  entries: entries(from, to),
  proof: [Buffer.alloc(32, from & 255)],
}))
const request = { origin: 'example.edu/log', start: 200, end: 600, ticket: Buffer.from('ticket'), packages }

test('entries are cut at multiples of 256', () => {
  assert.deepEqual(packageRanges(200, 600), [
    [200, 256],
    [256, 512],
    [512, 600],
  ])
  assert.deepEqual(packageRanges(5, 5), [])
  assert.deepEqual(packageRanges(256, 512), [[256, 512]])
})

test('a request is read back, package by package', () => {
  assert.deepEqual(readAddEntries(formatAddEntries(request)), request)
})

test('whatever is cut off, the whole packages before it stay', () => {
  const whole = formatAddEntries(request)
  const lengths = new Set<number>()
  for (let cut = 0; cut < whole.length; cut++) {
    const read = readAddEntries(whole.subarray(0, cut))
    if (read) assert.deepEqual(read.packages, packages.slice(0, read.packages.length))
    lengths.add(read?.packages.length ?? -1)
  }
  assert.deepEqual([...lengths], [-1, 0, 1, 2])
})

test('a request that goes backwards, or counts past what numbers hold, is none', () => {
  assert.equal(readAddEntries(formatAddEntries({ ...request, start: 601, packages: [] })), undefined)
  const bytes = Buffer.from(formatAddEntries({ ...request, packages: [] }))
  bytes.fill(0xff, 2 + request.origin.length + 8, 2 + request.origin.length + 16)
  assert.equal(readAddEntries(bytes), undefined)
})

test('mirror-info is three lines', () => {
  const info = { size: 600, next: 256, ticket: Uint8Array.of(1, 2) }
  assert.equal(formatMirrorInfo(info), '600\n256\nAQI=\n')
  assert.deepEqual(readMirrorInfo('600\n256\nAQI=\n'), info)
  for (const wrong of ['', '600\n256\n', '600\n256\n\n\n', '-1\n2\n\n', '600\n256\n!\n'])
    assert.equal(readMirrorInfo(wrong), undefined)
})
