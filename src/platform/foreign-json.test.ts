import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { foreignJson, isShallowJson } from './foreign-json.ts'

const nested = (levels: number): unknown => {
  let value: unknown = 'x'
  for (let n = 0; n < levels; n++) value = n % 2 ? [value] : { a: value }
  return value
}

test('whatever JSON can say is taken, and comes out as it was', () => {
  const said = { a: [1, -0.5, 'x', true, null, {}, []], b: { c: { d: [[[0]]] } } }
  assert.deepEqual(z.record(z.string(), foreignJson).parse(said), said)
  for (const value of ['', 0, false, null, [], {}, nested(32)]) assert.ok(isShallowJson(value), JSON.stringify(value))
})

test('what is no JSON is refused, and so is what is nested too deeply, however deeply', () => {
  for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol('x'), [undefined]])
    assert.equal(foreignJson.safeParse(value).success, false)
  for (const levels of [33, 1_000, 200_000]) assert.equal(foreignJson.safeParse(nested(levels)).success, false)
})
