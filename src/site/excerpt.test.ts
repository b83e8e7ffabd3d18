import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerpt, marked, stands, typedWords } from './excerpt.ts'

const shown = (text: string, typed: string) =>
  marked(text, typedWords(typed))
    .map((one) => (one.hit ? `[${one.text}]` : one.text))
    .join('')

test('words are found by their beginning, without case and accents, and marked as they are written', () => {
  assert.equal(shown('Łódź and Szőke', 'lodz szoke'), '[Łódź] and [Szőke]')
  assert.equal(shown('Straße', 'strasse'), '[Straße]')
  assert.equal(shown('The O’Brien hall', 'obrien'), 'The [O’Brien] hall')
  assert.equal(shown('Partnership, partner', 'PARTNER'), '[Partner]ship, [partner]')
  assert.equal(shown('London', 'ondon'), 'London')
})

test('a combining accent stays with its letter', () => {
  assert.equal(shown('Cafe\u0301 bar', 'cafe bar'), '[Cafe\u0301] [bar]')
})

test('Chinese is found anywhere, two characters or one, also beside Latin', () => {
  assert.equal(shown('华中科技大学与MIT合作', '科技'), '华中[科技]大学与MIT合作')
  assert.equal(shown('华中科技大学与MIT合作', 'mit'), '华中科技大学与[MIT]合作')
  assert.equal(shown('𮧵某与某', '某'), '𮧵[某]与[某]')
})

test('overlapping hits are marked once, and nothing of the text is lost', () => {
  const text = '合作合作伙伴'
  const stretches = marked(text, typedWords('合作伙伴 合作'))
  assert.equal(stretches.map((one) => one.text).join(''), text)
})

test('a long text is cut around its first hit, and says that it is cut', () => {
  const long = `${'x '.repeat(200)}needle ${'y '.repeat(200)}`
  const cut = excerpt(long, typedWords('needle'))
  assert.equal(cut[0]!.text, '…')
  assert.equal(cut.at(-1)!.text, '…')
  assert.ok(cut.some(({ hit, text }) => hit && text === 'needle'))
  assert.ok(cut.map(({ text }) => text).join('').length < 200)
})

test('signs alone are no word', () => {
  assert.deepEqual(typedWords(' ,;… '), [])
  assert.equal(stands('anything', typedWords('any')[0]!), true)
})
