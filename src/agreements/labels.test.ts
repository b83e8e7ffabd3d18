import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { colleague, formOf, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { labels } from './label-store.ts'

let pair: Pair
let id: string
let first: OfficeBrowser
let second: OfficeBrowser
before(async () => {
  pair = await openNegotiation()
  id = await sentAgreement(pair)
  first = await pair.hust.browser('officer')
  second = await colleague(pair, pair.hust, 'officer')
})
after(() => pair.close())

const at = () => `/agreements/${id}/label`
const form = async (browser: OfficeBrowser) => formOf(await browser.read(`/agreements/${id}`), at())
const ours = async () => (await labels(pair.hust.database.db, id)).ours!

test('two officers say at once what the agreement is called: what each changed is kept', async () => {
  await first.post(at(), { ...(await form(first)), title_en: 'Begun', title_zh: '起始', reference: 'A-1' })
  const [one, other] = [await form(first), await form(second)]
  assert.equal((await first.post(at(), { ...one, title_en: 'By the first' })).status, 303)
  assert.equal((await second.post(at(), { ...other, reference: 'B-2' })).status, 303)
  const { title, reference } = await ours()
  assert.deepEqual([title.en, title.zh, reference], ['By the first', '起始', 'B-2'])
})

test('where both changed the same words the second is shown the first’s, loses nothing, and decides', async () => {
  const [one, other] = [await form(first), await form(second)]
  await first.post(at(), { ...one, title_en: 'The first’s words', reference: 'C-3' })
  const refused = await second.post(at(), { ...other, title_en: 'The second’s words' })
  assert.equal(refused.status, 409)
  const page = await refused.text()
  assert.match(page, /A colleague changed the same words meanwhile|同事已修改同一内容/)
  assert.match(page, /The first’s words/)
  const again = formOf(page, at())
  assert.deepEqual([again.title_en, again.reference], ['The second’s words', 'C-3'])
  assert.equal((await ours()).title.en, 'The first’s words')
  assert.equal((await second.post(at(), again)).status, 303)
  assert.equal((await ours()).title.en, 'The second’s words')
  assert.equal((await ours()).reference, 'C-3')
})
