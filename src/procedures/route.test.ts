import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { covers, maySign, type SignAuthority } from './authority.ts'
import { actingFor, fits, openSteps, type Represented, type Route, type RouteStep, routeFor } from './route.ts'

const step = (key: string, stage: number, more: Partial<RouteStep> = {}): RouteStep => ({
  key,
  stage,
  label: { en: key, zh: key },
  duty: key,
  account: null,
  days: null,
  ...more,
})

const route = (more: Partial<Route>): Route => ({
  id: more.id ?? 'r',
  position: 1,
  name: { en: 'r', zh: 'r' },
  kinds: [],
  risks: [],
  extent: 'any',
  unit: '',
  unitId: null,
  steps: [step('legal', 1)],
  revision: 1,
  retired: false,
  ...more,
})

describe('which way an agreement goes', () => {
  const cases: [string, Partial<Route>, { kind?: string; unit?: string; risk?: 'low' | 'high' | null }, boolean][] = [
    ['no condition fits everything', {}, {}, true],
    ['a type of the list', { kinds: ['exchange'] }, { kind: 'exchange' }, true],
    ['another type', { kinds: ['exchange'] }, { kind: 'key' }, false],
    ['a risk of the list', { risks: ['high'] }, { risk: 'high' }, true],
    ['a risk nobody judged', { risks: ['high'] }, { risk: null }, false],
    ['the whole university', { extent: 'university' }, { unit: '' }, true],
    ['a unit, where it is for the whole university', { extent: 'university' }, { unit: 'School of Law' }, false],
    ['any unit', { extent: 'unit' }, { unit: 'School of Law' }, true],
    ['no unit, where it is for units', { extent: 'unit' }, { unit: '' }, false],
    ['this unit, however it is cased', { extent: 'unit', unit: 'School of Law' }, { unit: 'school of law ' }, true],
    ['another unit', { extent: 'unit', unit: 'School of Law' }, { unit: 'School of Management' }, false],
    ['one no longer used', { retired: true }, {}, false],
  ]
  for (const [what, of, subject, fit] of cases)
    test(`${what}: ${fit ? 'fits' : 'does not'}`, () =>
      assert.equal(fits(route(of), { kind: 'key', unit: '', risk: null, ...subject }), fit))

  test('the first that fits, in the order given', () => {
    const all = [route({ id: 'b', position: 2 }), route({ id: 'a', position: 1, kinds: ['exchange'] })]
    assert.equal(routeFor(all, { kind: 'exchange', unit: '', risk: null })?.id, 'a')
    assert.equal(routeFor(all, { kind: 'key', unit: '', risk: null })?.id, 'b')
    assert.equal(routeFor([], { kind: 'key', unit: '', risk: null }), undefined)
  })
})

test('steps of one stage are open side by side, the next stage after them', () => {
  const steps = [step('head', 1), step('legal', 2), step('finance', 2), step('board', 3)]
  const keys = (done: string[]) => openSteps(steps, done).map(({ key }) => key)
  assert.deepEqual(keys([]), ['head'])
  assert.deepEqual(keys(['head']), ['legal', 'finance'])
  assert.deepEqual(keys(['head', 'finance']), ['legal'])
  assert.deepEqual(keys(['head', 'finance', 'legal']), ['board'])
  assert.deepEqual(keys(['head', 'finance', 'legal', 'board']), [])
})

describe('who may decide a step', () => {
  const legal = step('legal', 1)
  const named = step('person', 1, { duty: null, account: 'ann' })
  const ann = { account: 'ann', duties: ['legal'] }
  const ben = { account: 'ben', duties: [] }
  const away: Represented = { account: 'ann', name: 'Ann', duties: ['legal'], duty: '' }

  test('by duty, and by name', () => {
    assert.deepEqual(actingFor(ann, [], legal, []), { instead: null })
    assert.deepEqual(actingFor(ann, [], named, []), { instead: null })
    assert.equal(actingFor(ben, [], legal, []), null)
  })

  test('in the place of a colleague, said so', () => {
    assert.deepEqual(actingFor(ben, [away], legal, []), { instead: { account: 'ann', name: 'Ann' } })
    assert.deepEqual(actingFor(ben, [away], named, []), { instead: { account: 'ann', name: 'Ann' } })
    assert.equal(actingFor(ben, [{ ...away, duty: 'finance' }], legal, []), null)
  })

  test('never their own, nor in the place of one whose own it is', () => {
    assert.equal(actingFor(ann, [], legal, ['ann']), null)
    assert.equal(actingFor(ben, [away], legal, ['ann']), null)
    assert.equal(actingFor(ben, [away], legal, ['ben']), null)
  })
})

describe('authority to sign', () => {
  const day = Temporal.PlainDate.from('2026-09-23')
  const given: SignAuthority = {
    id: '1',
    account: 'ann',
    kinds: ['exchange'],
    risk: 'medium',
    valueUpTo: 50_000,
    currency: 'GBP',
    from: day,
    to: day,
    basis: 'Delegation of 2026',
  }
  const exchange = { kind: 'exchange', unit: '', risk: 'low' as const, value: 50_000, currency: 'GBP' }

  test('covers its types, risks, values and days, and no more', () => {
    assert.equal(covers(given, exchange, day), true)
    assert.equal(covers(given, { ...exchange, kind: 'key' }, day), false)
    assert.equal(covers(given, { ...exchange, risk: 'high' }, day), false)
    assert.equal(covers(given, { ...exchange, risk: null }, day), false)
    assert.equal(covers(given, { ...exchange, value: 50_000.01 }, day), false)
    assert.equal(covers(given, { ...exchange, currency: 'CNY' }, day), false)
    assert.equal(covers(given, { ...exchange, value: null, currency: '' }, day), true)
    assert.equal(covers(given, exchange, day.add({ days: 1 })), false)
    assert.equal(covers(given, exchange, day.subtract({ days: 1 })), false)
  })

  test('counts for nobody until the house named the first', () => {
    assert.equal(maySign([], 'ben', exchange, day), true)
    assert.equal(maySign([given], 'ben', exchange, day), false)
    assert.equal(maySign([given], 'ann', exchange, day), true)
  })
})
