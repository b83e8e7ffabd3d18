import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Cursor, Malformed } from './cursor.ts'
import { isStr, spell, text, textOf } from './objects.ts'
import { readIndirect, readValue } from './parse.ts'

const read = (source: string) => readValue(new Cursor(Buffer.from(source, 'latin1')))

test('what is spelled is read back, and spelled alike again', () => {
  const spelled = '<</A [1 -2.5 true false null /Name 7 0 R]\n/B <</C (text)\n/D <00ff28>>>\n/E []>>'
  assert.equal(spell(read(spelled)), spelled)
})

test('text strings keep every character', () => {
  for (const words of ['plain', '王小明', 'Łódź', '𮧵', 'a (b)\n\\c', "O'Brien", '']) {
    const back = read(spell(text(words)))
    assert.ok(isStr(back))
    assert.equal(textOf(back), words)
  }
})

test('other spellings of strings are understood', () => {
  const value = read('(a\\(b\\)\\\\ \\101 (nested) \\n)')
  assert.ok(isStr(value))
  assert.equal(Buffer.from(value.bytes).toString('latin1'), 'a(b)\\ A (nested) \n')
})

const refused: [string, string][] = [
  ['a comment', '[1 % two\n 2]'],
  ['an escaped name', '/A#42'],
  ['the same key twice', '<</A 1\n/A 2>>'],
  ['a generation other than 0', '[7 1 R]'],
  ['a string without end', '(abc'],
  ['a hex string with a foreign digit', '<0g>'],
  ['an odd number of hex digits', '<012>'],
  ['an exponent', '1e9'],
  ['an array without end', '[1 2'],
  ['nothing', ''],
  ['arrays nested a thousand deep', '['.repeat(1000)],
]
for (const [name, source] of refused) {
  test(`refused: ${name}`, () => assert.throws(() => read(source), Malformed))
}

test('a stream is as long as it says, whatever it holds', () => {
  const object = '7 0 obj\n<</Length 16>>\nstream\nendstream endobj\nendstream\nendobj'
  const { number, value } = readIndirect(new Cursor(Buffer.from(object)))
  assert.equal(number, 7)
  assert.equal(Buffer.from((value as { data: Uint8Array }).data).toString(), 'endstream endobj')
})

test('a stream longer than the file is refused', () => {
  const object = '7 0 obj\n<</Length 999999999>>\nstream\nx\nendstream\nendobj'
  assert.throws(() => readIndirect(new Cursor(Buffer.from(object))), Malformed)
})
