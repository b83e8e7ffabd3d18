/** What the fault matrix is made of. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matrix, type Route, routes, sample, sampled, whats } from './schedule.ts'

const { reordered, ...inOrder } = matrix()
const ordered = Object.values(inOrder).flat()
const all = [...ordered, ...reordered]

test('there are at least 500 schedules, each another', () => {
  assert.ok(all.length >= 500, `only ${all.length}`)
  const told = [...ordered, ...reordered.map((s) => ({ ...s, reordered: true }))].map((s) => JSON.stringify(s))
  assert.equal(new Set(told).size, all.length)
})

test('a sample of them is played each time, with every fault, every route and every restored node in it', () => {
  const some = Object.values(matrix()).flatMap(sample)
  assert.ok(some.length >= sampled, `only ${some.length}`)
  const met = new Set(
    some.flatMap((s) => [...s.faults.map((f) => f.what), s.route, ...(s.restore ? [s.restore.side] : [])]),
  )
  assert.deepEqual([...met].sort(), [...whats, ...Object.keys(routes), 'first', 'second'].sort())
})

test('the same schedules are made every time', () => assert.deepEqual(matrix(), { reordered, ...inOrder }))

test('every message meets every fault', () => {
  const meet = (route: Route, at: number, what: string) =>
    ordered.some((s) => s.route === route && s.faults.some((f) => f.at === at && f.what === what))
  for (const route of ['straight', 'asked', 'proven', 'ending', 'keys', 'paired'] as const)
    for (let at = routes[route].from; at < routes[route].messages; at++)
      for (const what of whats) assert.ok(meet(route, at, what), `${route}: ${what} at ${at}`)
})
