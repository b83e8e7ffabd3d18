import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, pairs, terms, tokens } from './terms.ts'

test('names are compared without case, diacritics, apostrophes and signs', () => {
  assert.equal(fold('Łódź — “O’Brien” & Erdoğan'), 'lodz obrien erdogan')
  assert.equal(fold('Szőke; İstanbul, Ðorđe'), 'szoke istanbul dorde')
  assert.equal(fold('Huázhōng Kējì Dàxué'), 'huazhong keji daxue')
  assert.equal(fold('ＨＵＳＴ　１９５３'), 'hust 1953')
  assert.equal(fold('Straße'), 'strasse')
})

test('kana keep the marks that make them other letters; Hangul stays whole', () => {
  assert.equal(fold('ガラス'), 'ガラス')
  assert.equal(fold('서울대학교'), '서울대학교')
})

test('a text is divided into words and unspaced stretches', () => {
  assert.deepEqual(tokens(fold('MIT中国 华中')), [
    { text: 'mit', unspaced: false },
    { text: '中国', unspaced: true },
    { text: '华中', unspaced: true },
  ])
})

test('Chinese is found by pairs, a rare character outside the first plane counts as one', () => {
  assert.deepEqual(pairs('华中科技'), ['华中', '中科', '科技'])
  assert.deepEqual(pairs('𮧵某'), ['𮧵某'])
  assert.deepEqual(terms('华中科技大学 (HUST), Hust'), ['华中', '中科', '科技', '技大', '大学', 'hust'])
})
