/** The switch on the page of a concluded agreement: who may press it, what it needs, and what the public site then shows. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPublicSite, type PublicSite } from '#test/support/public-site.ts'

let site: PublicSite
before(async () => {
  site = await openPublicSite()
})
after(() => site.close())

const at = () => `/agreements/${site.agreement}`
const seen = async (language = 'en') => (await site.get(`/${language}${at()}`)).text()

async function decide(extent: string, reason: string, who: 'officer' | 'reader' | 'public' = 'officer') {
  const browser = await site.pair.hust.browser(who)
  return browser.post(`${at()}/publicity`, { extent, publicity_reason: reason })
}

const decisions = () => site.pair.hust.database.db.selectFrom('agreement_publicity').selectAll().execute()

test('what both have signed is listed without anybody’s doing: title, both sides’ types, date, hashes, and no name', async () => {
  const page = await seen()
  assert.match(page, /Key Partnership Agreement/)
  assert.match(page, /Memorandum of Understanding/)
  assert.match(page, /in force since 23 September 2026/)
  assert.match(page, /Text hash/)
  assert.doesNotMatch(page, /Wang Xiaoming|signed\.pdf|DEMO-2026-01/)
  assert.match(await seen('zh'), /谅解备忘录/)
})

test('the document needs a word on the partner’s consent; what was typed comes back', async () => {
  const answer = await decide('document', '')
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /becomes public only with their word/)
  assert.match(page, /name="extent" value="document" checked/)
  assert.equal((await decisions()).length, 0)
})

test('with it, the public reads who signed and gets the signed file; a second press says nothing new', async () => {
  for (const _ of [1, 2]) assert.equal((await decide('document', 'Queen Mary agreed by letter')).status, 303)
  assert.equal((await decisions()).length, 1)
  const page = await seen()
  assert.match(page, /Wang Xiaoming/)
  const file = await site.get(`/en${at()}/signed.pdf`)
  assert.equal(file.headers.get('content-type'), 'application/pdf')
  assert.match(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 8)
      .toString('latin1'),
    /^%PDF-/,
  )
  assert.doesNotMatch(page, /by letter/)
  const officer = await site.pair.hust.browser('officer')
  assert.match(await officer.read(at()), /Queen Mary agreed by letter/)
})

test('only officers decide; readers see how it stands, without the button', async () => {
  assert.equal((await decide('hidden', 'x', 'reader')).status, 403)
  assert.equal((await decide('hidden', 'x', 'public')).status, 401)
  const reader = await site.pair.hust.browser('reader')
  const page = await reader.read(at())
  assert.match(page, /The public may know: the signed document too/)
  assert.doesNotMatch(page, /action="[^"]*\/publicity"/)
})

test('hidden, it is nowhere: not its page, not its file, not the lists, not the search', async () => {
  assert.equal((await decide('hidden', 'by wish of the partner')).status, 303)
  assert.equal((await site.get(`/en${at()}`)).status, 404)
  assert.equal((await site.get(`/en${at()}/signed.pdf`)).status, 404)
  for (const path of [
    '/en/partners',
    '/en/partners/026zzn846',
    '/sitemap.xml',
    '/en/search?q=key+partnership+agreement',
  ])
    assert.ok(!(await site.read(path)).includes(site.agreement), path)
  const history = await (await site.pair.hust.browser('officer')).read(at())
  assert.match(history, /it was decided what the public may know/)
  assert.equal((await decisions()).length, 2)
})

test('before both have signed there is nothing to decide', async () => {
  const officer = await site.pair.hust.browser('officer')
  const started = await officer.post('/agreements', { partner: '026zzn846', kind: 'general', title_en: 'Another' })
  const other = started.headers.get('location')!.replace('/edit', '')
  assert.doesNotMatch(await officer.read(other), /On the public site/)
  const answer = await officer.post(`${other}/publicity`, { extent: 'listed', publicity_reason: '' })
  assert.equal(answer.status, 409)
})
