import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { Refusal } from '#src/platform/refusal.ts'
import { openTypesetter } from './index.ts'
import { placesOf } from './missing-glyph.ts'

const typesetter = openTypesetter()
after(() => typesetter.close())

const prelude = `#set document(title: "t", date: datetime(year: 2000, month: 1, day: 1))
#set text(font: ("Noto Serif", "Noto Serif SC"), fallback: false)
#let d = json("/data.json")
`

const refusedAs = (reason: string, details?: object) => (error: unknown) => {
  assert.ok(error instanceof Refusal)
  assert.equal(error.reason, reason)
  if (details) assert.deepEqual(error.details, details)
  return true
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const words = [...document.pages()].map((page) => page.getText()).join('\n')
  document.destroy()
  library.destroy()
  return words
}

test('data is printed as it is, never run', async () => {
  const words = '#read("/etc/passwd") $x^2$ *bold* _it_ @ref \\ `raw` <mark> // /* #{1+1} ~ -- = Heading'
  const { pdf } = await typesetter.typeset({ template: `${prelude}#d.words`, data: { words } })
  assert.equal((await textOf(pdf)).replace(/\s+/g, ' ').trim(), words)
})

test('a template reaches no file of this machine', async () => {
  for (const path of ['/etc/passwd', '../../../../../../etc/passwd', 'package.json', '/proc/self/environ']) {
    const template = `${prelude}#read("${path}")`
    await assert.rejects(typesetter.typeset({ template, data: {} }), refusedAs('typesetting_failed'))
  }
})

test('a template fetches no package and runs no text', async () => {
  for (const line of ['#import "@preview/cetz:0.3.0"', '#eval(d.code)', '#plugin("x.wasm")']) {
    await assert.rejects(typesetter.typeset({ template: prelude + line, data: {} }), /may not use packages/)
  }
})

test('a missing glyph is refused by its character and its place in the data', async () => {
  const data = { title: 'x', seats: [{ name: '王小明' }, { name: '张𮧵' }] }
  const template = `${prelude}#for seat in d.seats [#seat.name ]`
  const details = { characters: ['𮧵'], where: ['seats.1.name'] }
  await assert.rejects(typesetter.typeset({ template, data }), refusedAs('glyph_missing', details))
})

test('fonts installed on the machine are not used', async () => {
  for (const font of ['DejaVu Sans', 'Noto Serif CJK SC', 'Liberation Serif']) {
    const template = `${prelude}#text(font: "${font}")[words]`
    await assert.rejects(typesetter.typeset({ template, data: {} }), refusedAs('typesetting_failed'))
  }
})

test('after a refusal the next document is set', async () => {
  const { pdf } = await typesetter.typeset({
    template: `${prelude}#d.name`,
    data: { name: 'Łódź Szőke Erdoğan İstanbul' },
  })
  assert.match(await textOf(pdf), /Łódź Szőke Erdoğan İstanbul/)
})

test('marks tell where a template put things', async () => {
  const template = `${prelude}#pagebreak()
#place(top + left, dx: 10pt, dy: 20pt, context [#metadata((
    name: "here", page: here().page(), x: here().position().x.pt(),
    y: here().position().y.pt(), width: 5, height: 6)) <mark>])`
  const { marks } = await typesetter.typeset({ template, data: {} })
  const [mark] = marks
  assert.deepEqual([marks.length, mark?.name, mark?.page, mark?.width, mark?.height], [1, 'here', 2, 5, 6])
  assert.ok(Math.abs(mark!.x - 80.866) < 0.01 && Math.abs(mark!.y - 90.866) < 0.01, JSON.stringify(mark))
})

test('a document that takes too long is refused, and the next one is set', async () => {
  const impatient = openTypesetter({ timeLimit: 5000 })
  const endless = `${prelude}#let n = 0
#for i in range(100000) { for j in range(100000) { n += calc.rem(i * j, 7) } }
#n`
  await assert.rejects(
    impatient.typeset({ template: endless, data: {} }),
    refusedAs('typesetting_took_too_long', { seconds: 5 }),
  )
  const { pdf } = await impatient.typeset({ template: `${prelude}fine`, data: {} })
  assert.match(await textOf(pdf), /fine/)
  await impatient.close()
})

test('documents asked for together are set one after the other', async () => {
  const names = ['one', 'two', 'three', 'four']
  const set = await Promise.all(names.map((n) => typesetter.typeset({ template: `${prelude}#d.n`, data: { n } })))
  const words = await Promise.all(set.map(({ pdf }) => textOf(pdf)))
  assert.deepEqual(
    words.map((w) => w.trim()),
    names,
  )
})

test('an idle process ends, and another takes its place', async () => {
  const brief = openTypesetter({ idleLimit: 0 })
  const job = { template: `${prelude}#d.n`, data: { n: 'again' } }
  const first = await brief.typeset(job)
  await new Promise((resolve) => setImmediate(resolve))
  const second = await brief.typeset(job)
  assert.deepEqual(Buffer.from(second.pdf), Buffer.from(first.pdf))
  await brief.close()
})

test('the identity names program, fonts and templates', () => {
  const identity = typesetter.identity('a', 'b')
  assert.match(identity.version, /^\d+\.\d+\.\d+$/)
  assert.equal(identity.fonts.length, 4)
  assert.ok(identity.fonts.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)))
  assert.notEqual(identity.template, typesetter.identity('a', 'c').template)
  assert.notEqual(identity.template, typesetter.identity('ab').template)
})

test('places of a character in nested data', () => {
  assert.deepEqual(placesOf('x', { a: 'x', b: ['y', { c: 'xy' }], d: null }), ['a', 'b.1.c'])
})
