/** The public learns that an agreement ended, was terminated or was replaced: on its page, the partner's, and for machines. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { endDue } from '#src/agreements/termination-timed.ts'
import { agreementAt, formOf } from '#test/support/negotiation.ts'
import type { Office } from '#test/support/office.ts'
import { approveAsSent } from '#test/support/postman.ts'
import { openPublicSite, type PublicSite } from '#test/support/public-site.ts'
import { openedOn, signTogether } from '#test/support/signing-play.ts'

let site: PublicSite
let signedAt: Temporal.Instant
before(async () => {
  site = await openPublicSite()
  signedAt = site.pair.now
})
after(() => site?.close())

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as Record<string, unknown>

/** What the agreement's own page and its partner's say in a language, at a time. */
async function seen(language: 'en' | 'zh', at: Temporal.Instant) {
  site.pair.now = at
  const page = await site.read(`/${language}/agreements/${site.agreement}`)
  const partner = await site.read(`/${language}/partners/${site.pair.queenMary.ror}`)
  return { page, words: plain(page), partner: plain(partner), data: dataOf(page) }
}

test('in force: since when and until when', async () => {
  const english = await seen('en', signedAt)
  for (const words of [english.words, english.partner])
    assert.match(words, /in force since .{3,20} 2026 +until .{3,20} 2031/)
  assert.match(String(english.data.creativeWorkStatus), /^in force since/)
  assert.match(String(english.data.expires), /^2031-\d\d-\d\d$/)
  assert.match((await seen('zh', signedAt)).words, /自2026年.{2,6}起生效 +至2031年.{2,6}止/)
})

test('once its term is over it is not in force any more, in both languages, on each page, and for machines', async () => {
  const later = signedAt.add({ hours: 24 * 366 * 5 })
  const english = await seen('en', later)
  for (const words of [english.words, english.partner]) {
    assert.match(words, /not in force any more: it ended on .{3,20} 2031/)
    assert.doesNotMatch(words, /in force since/)
  }
  assert.match(String(english.data.creativeWorkStatus), /it ended on/)
  assert.match((await seen('zh', later)).words, /已失效：有效期至2031年/)
  site.pair.now = signedAt
})

/** Both sign an amendment; the office keeps it as public as any, or hides it. @returns its id */
async function amended(): Promise<string> {
  const { pair } = site
  const officer = await pair.hust.browser('officer')
  const begun = await officer.post(`/agreements/${site.agreement}/successors`, { how: 'amendment' })
  assert.equal(begun.status, 303, plain(await begun.text()))
  const edit = begun.headers.get('location')!
  const id = edit.split('/')[2]!
  const form = formOf(await officer.read(edit), `/agreements/${id}/draft`)
  const changed = { ...form, effect: 'both_signatures', clause_0_body_en: 'Amended.', do: 'save' }
  assert.equal((await officer.post(`/agreements/${id}/draft`, changed)).status, 303)
  assert.equal((await officer.post(`/agreements/${id}/versions`, { note: '' })).status, 303)
  await pair.deliver()
  await approveAsSent(pair, id)
  await signTogether(pair, await openedOn(pair, id))
  assert.equal((await agreementAt(pair.hust, id)).state, 'concluded')
  return id
}

test('an amended agreement leads to what is in force instead, unless the office hides that', async () => {
  const { pair } = site
  const id = await amended()
  const { page, words, partner, data } = await seen('en', pair.now)
  for (const said of [words, partner]) assert.match(said, /amended on .{3,20} 2026; now in force as/)
  assert.match(page, new RegExp(`href="/en/agreements/${id}"`))
  assert.match(String(data.creativeWorkStatus), /now in force as Amendment to the/)
  assert.match((await seen('zh', pair.now)).words, /已于2026年.{2,6}修订，现行文本为/)
  const officer = await pair.hust.browser('officer')
  const hidden = { extent: 'hidden', publicity_reason: 'Not for the public yet' }
  assert.equal((await officer.post(`/agreements/${id}/publicity`, hidden)).status, 303)
  const after = await seen('en', pair.now)
  assert.match(after.words, /in force since/)
  assert.ok(!after.page.includes(id), 'nothing tells of what is hidden')
})

async function notice(office: Office, id: string): Promise<void> {
  const signatory = await office.browser('signatory')
  const at = `/agreements/${id}/termination`
  const fields = { act: 'give_notice', reason: 'The programme is closed.' }
  const options = await signatory.post(`${at}/options`, fields)
  assert.equal(options.status, 200, plain(await options.clone().text()))
  const response = JSON.stringify(office.passkey.assert(await options.json(), office.publicUrl))
  assert.equal((await signatory.post(at, { ...fields, response })).status, 303)
  await site.pair.deliver()
}

test('a terminated agreement says so from that day on; until then it says until when, and never why', async () => {
  const { pair } = site
  await notice(pair.hust, site.agreement)
  const before = await seen('en', pair.now)
  assert.match(before.words, /in force since .{3,20} 2026 +until .{3,20} 2027/)
  const later = pair.now.add({ hours: 24 * 220 })
  pair.now = later
  await endDue(pair.hust.database.db, later)
  const english = await seen('en', later)
  for (const words of [english.words, english.partner]) {
    assert.match(words, /not in force any more: terminated as of .{3,20} 2027/)
    assert.doesNotMatch(words, /The programme is closed/)
  }
  assert.match((await seen('zh', later)).words, /已失效：自2027年.{2,6}起终止/)
  assert.match(String(english.data.expires), /^2027-/)
})
