import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sampleText } from '#cast/agreement.ts'
import { hust, queenMary } from '#cast/universities.ts'
import type { AgreementText } from './text.ts'
import { differingFields, isCoherent, missingIn, textHash, textShape } from './text-rules.ts'

const sample = () => sampleText({ name: 'typst', version: '1', template: '0'.repeat(64), fonts: [] })
const changed = (change: (text: AgreementText) => void): AgreementText => {
  const text = structuredClone(sample())
  change(text)
  return text
}

test('the text hash does not depend on the order of keys, and changes with every shared field', () => {
  const text = sample()
  const shuffled = Object.fromEntries(Object.entries(text).reverse()) as unknown as AgreementText
  assert.equal(textHash(shuffled), textHash(text))
  const variants = [
    changed((t) => (t.title.zh += '。')),
    changed((t) => (t.clauses[0]!.body.en += ' ')),
    changed((t) => t.clauses.reverse()),
    changed((t) => (t.seats[0]!.name.native = '王小明')),
    changed((t) => (t.seats[1]!.title.en = 'Principal')),
    changed((t) => (t.prevails = 'zh')),
    changed((t) => (t.demonstration = !t.demonstration)),
    changed((t) => (t.parties[0]!.name.en = 'Another')),
    changed((t) => (t.typesetter.version = '2')),
    changed((t) => (t.verifyAt = [{ party: hust.ror, site: 'https://hust.example' }])),
  ]
  const hashes = new Set([textHash(text), ...variants.map(textHash)])
  assert.equal(hashes.size, variants.length + 1)
})

describe('what is missing before freezing', () => {
  test('nothing in the sample', () => assert.deepEqual(missingIn(sample()), []))

  test('each empty field, with clauses and seats counted from one', () => {
    const text = changed((t) => {
      t.title.zh = '  '
      t.clauses[1]!.body.zh = ''
      t.seats[0]!.name.latin = ''
      t.seats[1]!.title.en = ''
    })
    assert.deepEqual(missingIn(text), ['title.zh', 'clauses[2].body.zh', 'seats[1].name', 'seats[2].title.en'])
  })

  test('clauses at all, and a seat for each university', () => {
    const text = changed((t) => {
      t.clauses = []
      t.seats = t.seats.filter((seat) => seat.party === hust.ror)
    })
    assert.deepEqual(missingIn(text), ['clauses', `seats of ${queenMary.ror}`])
  })
})

describe('a text hangs together', () => {
  const broken: Record<string, (t: AgreementText) => void> = {
    'one clause twice': (t) => t.clauses.push(t.clauses[0]!),
    'one seat twice': (t) => (t.seats[1]!.id = t.seats[0]!.id),
    'two at one place in the order': (t) => (t.seats[1]!.order = t.seats[0]!.order),
    'a seat of a stranger': (t) => (t.seats[1]!.party = '03m01yf64'),
    'one university on both sides': (t) => (t.parties[1]!.ror = t.parties[0]!.ror),
  }
  test('the sample does', () => assert.equal(isCoherent(sample()), true))
  for (const [name, change] of Object.entries(broken)) {
    test(`not with ${name}`, () => assert.equal(isCoherent(changed(change)), false))
  }
})

describe('the shape of what comes from outside', () => {
  test('the sample has it', () => assert.equal(textShape.safeParse(sample()).success, true))
  const wrong: Record<string, unknown> = {
    'a field nobody knows': { ...sample(), extra: 1 },
    'three parties': changed((t) => t.parties.push(t.parties[0]!)),
    'an endless clause': changed((t) => (t.clauses[0]!.body.en = 'x'.repeat(20_001))),
    'a seat id that could name a form field of the document': changed((t) => (t.seats[0]!.id = 'a.b')),
    'a ROR id with an address': changed((t) => (t.parties[0]!.ror = 'https://ror.org/00p991c53')),
  }
  for (const [name, text] of Object.entries(wrong)) {
    test(`not with ${name}`, () => assert.equal(textShape.safeParse(text).success, false))
  }
})

test('differing fields are named by their path', () => {
  const other = changed((t) => {
    t.clauses[1]!.body.zh += '。'
    t.seats[0]!.name.native = '李'
    t.clauses.push({ id: 'more', heading: { en: '', zh: '' }, body: { en: '', zh: '' } })
  })
  const clauses = other.clauses.length
  assert.deepEqual(differingFields(sample(), other), [
    'clauses[2].body.zh',
    `clauses[${clauses}]`,
    'seats[1].name.native',
  ])
  assert.deepEqual(differingFields(sample(), sample()), [])
})

test('an address for verifying that is no origin is refused, whatever it is; nothing falls over it', () => {
  const fits = (site: string) => textShape.safeParse({ ...sample(), verifyAt: [{ party: hust.ror, site }] }).success
  assert.ok(fits('https://chirograph.hust.example'))
  for (const site of ['https://', 'https:', 'http://[', 'https://a b', 'javascript:0', 'https://hust.example/path', ''])
    assert.equal(fits(site), false, site)
})
