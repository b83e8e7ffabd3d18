/** What the fault matrix is made of. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lengths, matrix, whats } from './schedule.ts'

const { ordered, reordered } = matrix()
const all = [...ordered, ...reordered]

test('there are at least 500 schedules, each another', () => {
  assert.ok(all.length >= 500, `only ${all.length}`)
  const told = [...ordered, ...reordered.map((s) => ({ ...s, reordered: true }))].map((s) => JSON.stringify(s))
  assert.equal(new Set(told).size, all.length)
})

test('the same schedules are made every time', () => assert.deepEqual(matrix(), { ordered, reordered }))

test('every message of the straight way meets every fault', () => {
  for (let at = 0; at < lengths.straight.messages; at++) {
    for (const what of whats) {
      const meets = ordered.some(
        ({ route, faults }) => route === 'straight' && faults.some((f) => f.at === at && f.what === what),
      )
      assert.ok(meets, `${what} at ${at}`)
    }
  }
})
