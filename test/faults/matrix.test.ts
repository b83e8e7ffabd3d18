/** What the fault matrix is made of. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lengths, matrix, sample, sampled, whats } from './schedule.ts'

const { reordered, ...inOrder } = matrix()
const ordered = Object.values(inOrder).flat()
const all = [...ordered, ...reordered]

test('there are at least 500 schedules, each another', () => {
  assert.ok(all.length >= 500, `only ${all.length}`)
  const told = [...ordered, ...reordered.map((s) => ({ ...s, reordered: true }))].map((s) => JSON.stringify(s))
  assert.equal(new Set(told).size, all.length)
})

test('a sample of them is played each time, with every fault and every restored node in it', () => {
  const files = Object.values(matrix()).map(sample)
  assert.ok(files.flat().length >= sampled, `only ${files.flat().length}`)
  const met = new Set(
    files.flat().flatMap((s) => [...s.faults.map((f) => f.what), ...(s.restore ? [s.restore.side] : [])]),
  )
  assert.deepEqual([...met].sort(), [...whats, 'first', 'second'].sort())
})

test('the same schedules are made every time', () => assert.deepEqual(matrix(), { reordered, ...inOrder }))

test('every message of the straight way meets every fault', () => {
  for (let at = 0; at < lengths.straight.messages; at++) {
    for (const what of whats) {
      const meets = inOrder.straight.some(({ faults }) => faults.some((f) => f.at === at && f.what === what))
      assert.ok(meets, `${what} at ${at}`)
    }
  }
})
