import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleText } from '#cast/agreement.ts'
import { changedWords, clauseChanges, type Part } from './changes.ts'
import type { AgreementText, Clause } from './text.ts'

const typesetter = { name: 'typst', version: '1', template: '0'.repeat(64), fonts: [] }
const clause = (id: string, en = id, zh = id): Clause => ({ id, heading: { en, zh }, body: { en, zh } })
const text = (...clauses: Clause[]): AgreementText => ({ ...sampleText(typesetter), clauses })
const marked = (parts: Part[]) =>
  parts.map(({ kind, text }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[kind]).join('')

test('an English word is shown whole, with nothing else touched', () => {
  const parts = changedWords('The term is three years.', 'The term is five years.', 'en')
  assert.equal(marked(parts), 'The term is [-three][+five] years.')
})

test('a Chinese word is shown whole, not by character', () => {
  const parts = changedWords('双方开展联合学位项目。', '双方开展联合培养项目。', 'zh')
  assert.equal(marked(parts), '双方开展联合[-学位][+培养]项目。')
})

test('before and after can be read back from the parts', () => {
  const [before, after] = ['自2021年起，有效期三年。', '自2022年起生效，有效期五年，可续签。']
  const parts = changedWords(before, after, 'zh')
  const read = (kind: Part['kind']) => parts.flatMap((p) => (p.kind === kind ? [] : p.text)).join('')
  assert.deepEqual([read('added'), read('removed')], [before, after])
})

test('unchanged and empty texts have no changes', () => {
  assert.deepEqual(changedWords('a', 'a', 'en'), [{ kind: 'same', text: 'a' }])
  assert.deepEqual(changedWords('', '', 'zh'), [])
})

const kinds = (before: AgreementText | null, after: AgreementText) =>
  clauseChanges(before, after).map(({ id, kind, number }) => `${number ?? '–'} ${id} ${kind}`)

test('a clause changed in one language only is changed', () => {
  assert.deepEqual(kinds(text(clause('a'), clause('b')), text(clause('a'), clause('b', 'b', 'c'))), [
    '1 a same',
    '2 b changed',
  ])
})

test('a clause taken out is shown where it stood, without a number', () => {
  const before = text(clause('a'), clause('b'), clause('c'))
  assert.deepEqual(kinds(before, text(clause('a'), clause('c'))), ['1 a same', '– b removed', '2 c same'])
  assert.deepEqual(kinds(before, text(clause('b'), clause('c'))), ['– a removed', '1 b same', '2 c same'])
})

test('a new clause is added, and those below it are the same as before', () => {
  assert.deepEqual(kinds(text(clause('a'), clause('b')), text(clause('a'), clause('n'), clause('b'))), [
    '1 a same',
    '2 n added',
    '3 b same',
  ])
})

test('clauses that changed places are moved, or changed where their words changed too', () => {
  const before = text(clause('a'), clause('b'))
  assert.deepEqual(kinds(before, text(clause('b'), clause('a', 'A'))), ['1 b moved', '2 a changed'])
})

test('of the first version nothing counts as changed', () => {
  assert.deepEqual(kinds(null, text(clause('a'), clause('b'))), ['1 a same', '2 b same'])
})
