import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DraftForm, readDraftForm, rearranged } from './draft-form.ts'

const fields = {
  revision: '3',
  title_en: ' Key Partnership Agreement ',
  title_zh: '重点合作伙伴协议',
  prevails: 'zh',
  clause_0_id: 'purpose',
  clause_0_heading_en: 'Purpose',
  clause_0_body_en: 'One\r\nTwo',
  clause_10_id: 'term',
  clause_2_id: 'fields',
  seat_0_id: 'seat-a',
  seat_0_party: '00p991c53',
  seat_0_order: '2',
  seat_0_latin: 'Wang Xiaoming',
  seat_0_native: ' ',
  seat_1_id: 'seat-b',
  seat_1_party: '026zzn846',
  seat_1_order: '1',
}

test('the form is read as typed: clauses in the order of their numbers, line ends as one character', () => {
  const form = readDraftForm(fields)
  assert.equal(form.revision, 3)
  assert.equal(form.prevails, 'zh')
  assert.deepEqual(form.title, { en: 'Key Partnership Agreement', zh: '重点合作伙伴协议' })
  assert.deepEqual(
    form.clauses.map((c) => c.id),
    ['purpose', 'fields', 'term'],
  )
  assert.equal(form.clauses[0]!.body.en, 'One\nTwo')
  assert.deepEqual(form.seats[0]!.name, { latin: 'Wang Xiaoming', native: null })
  assert.deepEqual(
    form.seats.map((s) => s.order),
    [2, 1],
  )
})

test('what was pasted along unseen is left out', () => {
  const { clauses } = readDraftForm({ clause_0_id: 'a', clause_0_body_en: '\ufeffOne\ttwo\u200b \u202ethree\u0007' })
  assert.equal(clauses[0]!.body.en, 'One two three')
})

test('a form without a revision can never be taken for the present one', () => {
  assert.ok(Number.isNaN(readDraftForm({}).revision))
})

const form = readDraftForm(fields)
const ids = (f: DraftForm) => f.clauses.map((c) => c.id).join()
const after = (act: string, from = form) => rearranged(from, act, () => 'new')

test('clauses are added, moved and taken out', () => {
  assert.equal(ids(after('add:0')), 'purpose,new,fields,term')
  assert.equal(ids(after('add:2')), 'purpose,fields,term,new')
  assert.equal(ids(after('add:0', { ...form, clauses: [] })), 'new')
  assert.equal(ids(after('up:1')), 'fields,purpose,term')
  assert.equal(ids(after('down:1')), 'purpose,term,fields')
  assert.equal(ids(after('remove:1')), 'purpose,term')
})

test('what cannot be moved further stays, and an act nobody knows changes nothing', () => {
  for (const act of ['up:0', 'down:2', 'up:9', 'sideways:1', '']) assert.equal(ids(after(act)), ids(form), act)
})

test('a new seat signs last under an id of its own; a removed one leaves no gap in the order', () => {
  const more = after('add_seat:026zzn846')
  assert.deepEqual(
    more.seats.map((s) => `${s.id} ${s.order}`),
    ['seat-a 2', 'seat-b 1', 'seat-c 3'],
  )
  const fewer = after('remove_seat:0', more)
  assert.deepEqual(
    fewer.seats.map((s) => `${s.id} ${s.order}`),
    ['seat-b 1', 'seat-c 2'],
  )
})
