import assert from 'node:assert/strict'
import { test } from 'node:test'
import { threeWay } from './three-way.ts'

const item = (id: string, title: string) => ({ id, title })
const base = { hall: 'A', list: [item('1', 'one'), item('2', 'two'), item('3', 'three')] }
const merged = (typed: typeof base, saved: typeof base) => threeWay(base, typed, saved)

test('what only one of them changed is taken, from whichever', () => {
  const here = { ...base, hall: 'B' }
  const there = { ...base, list: [item('1', 'ONE'), ...base.list.slice(1)] }
  assert.deepEqual(merged(here, there), { merged: { hall: 'B', list: there.list }, conflicts: {} })
})

test('where both changed a field, what is typed here stands and the other is named', () => {
  const here = { ...base, list: [item('1', 'mine'), ...base.list.slice(1)] }
  const there = { ...base, list: [item('1', 'theirs'), ...base.list.slice(1)] }
  assert.deepEqual(merged(here, there), { merged: here, conflicts: { 'list.1.title': 'theirs' } })
})

test('the same change by both is no conflict', () => {
  const same = { ...base, hall: 'B' }
  assert.deepEqual(merged(same, same), { merged: same, conflicts: {} })
})

test('entries added by both stay, each behind what it followed', () => {
  const here = { ...base, list: [base.list[0]!, item('4', 'mine'), base.list[1]!, base.list[2]!] }
  const there = { ...base, list: [...base.list, item('5', 'theirs')] }
  assert.deepEqual(
    merged(here, there).merged.list.map(({ id }) => id),
    ['1', '4', '2', '3', '5'],
  )
})

test('an entry taken out by one goes, unless the other changed it', () => {
  const without = { ...base, list: base.list.slice(1) }
  assert.deepEqual(merged(without, { ...base, hall: 'B' }).merged, { hall: 'B', list: without.list })
  const changed = { ...base, list: [item('1', 'ONE'), ...base.list.slice(1)] }
  assert.ok(merged(without, changed).merged.list.some(({ title }) => title === 'ONE'))
  assert.ok(merged(changed, without).merged.list.some(({ title }) => title === 'ONE'))
})

test('moved here, changed there: both happen', () => {
  const here = { ...base, list: base.list.toReversed() }
  const there = { ...base, list: [item('1', 'ONE'), ...base.list.slice(1)] }
  assert.deepEqual(
    merged(here, there).merged.list.map(({ title }) => title),
    ['three', 'two', 'ONE'],
  )
})
