import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import { allows, type CeremonyAct, ceremonyLifecycle, ceremonyStates, move } from './ceremony.ts'
import { ceremonyRefusalWords, stateWords } from './words.ts'

const acts = [...new Set(ceremonyLifecycle.map(({ act }) => act))]

test('every state and act: the table’s rows lead where they say, everything else is refused', () => {
  for (const state of ceremonyStates)
    for (const act of acts) {
      const row = ceremonyLifecycle.find((r) => r.from === state && r.act === act)
      assert.equal(allows({ state }, act), row !== undefined)
      if (row) assert.equal(move({ state }, act), row.to)
      else assert.throws(() => move({ state }, act), Refusal, `${state} ${act}`)
    }
})

test('no state allows an act in two ways', () => {
  const keys = ceremonyLifecycle.map(({ from, act }) => `${from} ${act}`)
  assert.equal(new Set(keys).size, keys.length)
})

test('what was cancelled or closed stays so', () => {
  for (const state of ['cancelled', 'closed'] as const) for (const act of acts) assert.ok(!allows({ state }, act), act)
})

test('changing the frame takes a confirmed ceremony back to planning; our own sheet does not', () => {
  const to = (act: CeremonyAct) => move({ state: 'confirmed' }, act)
  assert.deepEqual([to('edit_frame'), to('edit_sheet')], ['planning', 'confirmed'])
})

test('the database knows the same states, and each has words', () => {
  const sql = readFileSync(join(import.meta.dirname, '..', '..', 'migrations', '0020_ceremonies.sql'), 'utf8')
  const listed = /ceremony_state_is_known check \(state in \(([^)]*)\)/.exec(sql)![1]!.match(/\w+/g)
  assert.deepEqual(listed, [...ceremonyStates])
  for (const state of ceremonyStates) assert.ok(stateWords[state].en && stateWords[state].zh)
})

test('every refusal is said in both languages', () => {
  for (const [reason, said] of Object.entries(ceremonyRefusalWords))
    for (const language of ['en', 'zh'] as const) {
      const words = said[language]
      const text = typeof words === 'function' ? words({ state: 'live', next: '02:30' }) : words
      assert.ok(text.length > 5 && !text.includes('undefined'), `${reason} ${language}`)
    }
})
