import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  agreementAt,
  colleague,
  draftedAgreement,
  formOf,
  openNegotiation,
  sentAgreement,
} from '#test/support/negotiation.ts'
import type { Pair } from '#test/support/postman.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
after(() => pair.close())

const plain = (page: string) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

test('both sides’ pages say whose turn it is, for how many days, and what was sent when in both cities', async () => {
  const id = await sentAgreement(pair)
  pair.wait({ hours: 24 * 3 })
  const read = async (office: Pair['hust'], language: 'en' | 'zh') =>
    plain(await (await office.browser('officer', language)).read(`/agreements/${id}`))
  const ours = await read(pair.hust, 'en')
  assert.match(ours, /Queen Mary’s turn, for 3 days/)
  assert.match(ours, /We sent version 1, 23 Sept 2026, 16:30 Wuhan, 09:30 London/)
  const theirs = await read(pair.queenMary, 'en')
  assert.match(theirs, /Your turn, for 3 days/)
  assert.match(theirs, /HUST sent version 1/)
  assert.match(theirs, /Please look at clause 2\./)
  assert.match(await read(pair.queenMary, 'zh'), /轮到我方，已 3 天/)
  assert.match(await read(pair.hust, 'zh'), /轮到玛丽女王，已 3 天/)
  const reader = plain(await (await pair.queenMary.browser('reader')).read(`/agreements/${id}`))
  assert.match(reader, /Our turn, for 3 days/)
})

test('a mail tells the officers when the turn comes', async () => {
  const before = await mails(pair)
  await sentAgreement(pair)
  const [told] = (await mails(pair)).slice(before.length)
  assert.match(told!, /Your turn: “Key Partnership Agreement”|请处理：《重点合作伙伴协议》/)
})

async function mails({ queenMary }: Pair): Promise<string[]> {
  const rows = await queenMary.database.db.selectFrom('mailbox').select(['id', 'subject']).orderBy('id').execute()
  return rows.map((m) => m.subject)
}

test('what the other side changed is marked word by word in both languages, and can be read clean or beside', async () => {
  const id = await sentAgreement(pair)
  const officer = await pair.queenMary.browser('officer')
  const fields = formOf(await officer.read(`/agreements/${id}/edit`), `/agreements/${id}/draft`)
  fields.clause_2_body_en = fields.clause_2_body_en!.replace('joint training', 'joint degree')
  fields.clause_2_body_zh = fields.clause_2_body_zh!.replace('联合培养', '联合学位')
  assert.equal((await officer.post(`/agreements/${id}/draft`, { ...fields, do: 'save' })).status, 303)
  assert.match(plain(await officer.read(`/agreements/${id}`)), /our draft, not sent/)
  const other = await pair.hust.browser('officer')
  assert.doesNotMatch(await other.read(`/agreements/${id}`), /joint degree/)

  assert.equal((await officer.post(`/agreements/${id}/versions`, { note: '' })).status, 303)
  await pair.deliver()
  const page = await other.read(`/agreements/${id}`)
  assert.match(plain(page), /1 clause changed since version 1/)
  assert.match(plain(page), /version 2 of 2/)
  assert.equal(page.match(/class="parallel-row changed"/g)?.length, 1)
  assert.match(page, /<del>.*?training.*?<\/del>/)
  assert.match(page, /<ins>.*?degree.*?<\/ins>/)
  assert.match(page, /<del>.*?培养.*?<\/del>/)
  assert.match(page, /<ins>.*?学位.*?<\/ins>/)

  const clean = await other.read(`/agreements/${id}?show=clean`)
  assert.doesNotMatch(clean, /<ins>|<del>/)
  assert.match(clean, /joint degree/)
  const beside = await other.read(`/agreements/${id}?show=beside`)
  assert.match(beside, /joint training[\s\S]*joint degree/)
  const earlier = await other.read(`/agreements/${id}?version=1`)
  assert.match(earlier, /joint training/)
  assert.doesNotMatch(earlier, /joint degree/)
})

test('each side keeps its own title, type and number, and sees the other’s', async () => {
  const id = await sentAgreement(pair)
  const officer = await pair.queenMary.browser('officer')
  const label = { title_en: 'Memorandum of Understanding', title_zh: '谅解备忘录', type_en: 'MoU', type_zh: '备忘录' }
  const before = (await agreementAt(pair.hust, id)).version
  assert.equal((await officer.post(`/agreements/${id}/label`, { ...label, reference: 'INT-0432' })).status, 303)
  await pair.deliver()
  const page = plain(await (await pair.hust.browser('officer')).read(`/agreements/${id}`))
  assert.match(page, /Queen Mary calls it Memorandum of Understanding, no\. INT-0432/)
  assert.equal((await agreementAt(pair.hust, id)).version, before)
})

test('an internal comment is seen here and never put on the way; a shared one crosses', async () => {
  const id = await sentAgreement(pair)
  const officer = await pair.hust.browser('officer')
  const say = (body: string, readers: string) =>
    officer.post(`/agreements/${id}/comments`, { body, readers, clause: 'training' })
  assert.equal((await say('Our own worry', 'ours')).status, 303)
  assert.equal((await say('A question to you', 'both')).status, 303)
  const { db } = pair.hust.database
  const queued = await db.selectFrom('outbox').select('body').where('topic', '=', 'message').execute()
  const crossing = JSON.stringify(queued)
  assert.ok(crossing.includes('A question to you'))
  assert.ok(!crossing.includes('Our own worry'))
  await pair.deliver()
  const here = await officer.read(`/agreements/${id}`)
  assert.match(here, /Our own worry/)
  assert.match(here, /class="row-remarks" href="[^"]*clause=training#comments" aria-label="2 comments"/)
  const there = await (await pair.queenMary.browser('officer')).read(`/agreements/${id}`)
  assert.match(there, /A question to you/)
  assert.doesNotMatch(there, /Our own worry/)
  const signatory = await (await pair.hust.browser('signatory')).read(`/agreements/${id}`)
  assert.match(signatory, /A question to you/)
  assert.doesNotMatch(signatory, /Our own worry/)
})

test('a comment nobody wrote is refused on the page, with the rest as it was typed', async () => {
  const id = await sentAgreement(pair)
  const officer = await pair.hust.browser('officer', 'zh')
  const answer = await officer.post(`/agreements/${id}/comments`, { body: '  ', readers: 'ours', clause: 'term' })
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /意见内容为空/)
  assert.match(page, /<option value="term" selected/)
  assert.match(page, /value="ours"[^>]* checked/)
})

test('while the partner’s node is away the page says since when, and nothing is lost', async () => {
  const id = await draftedAgreement(pair)
  pair.queenMary.down = true
  const officer = await pair.hust.browser('officer')
  await officer.post(`/agreements/${id}/versions`, { note: '' })
  await pair.deliverFrom(pair.hust)
  try {
    assert.match(plain(await officer.read(`/agreements/${id}`)), /Waiting for Queen Mary’s node/)
  } finally {
    pair.queenMary.down = false
  }
  await pair.deliver()
  assert.doesNotMatch(plain(await officer.read(`/agreements/${id}`)), /Waiting for Queen Mary’s node/)
})

test('the public is sent to sign in; whoever has no role here finds no such page', async () => {
  const id = await sentAgreement(pair)
  for (const path of [
    `/agreements/${id}`,
    '/agreements',
    '/agreements/new',
    `/agreements/${id}/edit`,
    `/agreements/${id}/document.pdf`,
  ]) {
    const answer = await (await pair.hust.browser('public')).get(path)
    assert.equal(answer.status, 303, path)
    assert.match(answer.headers.get('location')!, /^\/sign-in\?next=/)
    if (path !== '/agreements/new')
      assert.equal((await (await pair.hust.browser('nobody')).get(path)).status, 404, path)
  }
  assert.equal((await (await pair.hust.browser('reader')).get(`/agreements/${id}/edit`)).status, 403)
  const outside = await colleague(pair, pair.hust, 'signatory')
  assert.equal((await outside.get(`/agreements/${id}`)).status, 404)
})

test('an officer starts an agreement; without a title it is refused with what was chosen', async () => {
  const officer = await pair.hust.browser('officer')
  const wanted = { partner: pair.queenMary.ror, kind: 'general' }
  const refused = await officer.post('/agreements', wanted)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /value="general"[^>]* checked/)
  const answer = await officer.post('/agreements', { ...wanted, title_en: 'Student Exchange', title_zh: '学生交流' })
  assert.equal(answer.status, 303)
  const edit = await officer.read(answer.headers.get('location')!)
  assert.match(edit, /value="学生交流"/)
  const register = plain(await officer.read('/agreements'))
  assert.match(register, /Student Exchange\s*Queen Mary University of London\s*drafting\s*ours, today\s*draft/)
  assert.equal((await (await pair.hust.browser('reader')).post('/agreements', wanted)).status, 403)
})

test('what was done before midnight is not of today; how long ago a remark was made names no day of the calendar', async () => {
  const id = await draftedAgreement(pair)
  const day = pair.now.toZonedDateTimeISO('Asia/Shanghai').startOfDay().add({ days: 1 })
  pair.now = day.add({ hours: 23 }).toInstant()
  const officer = await pair.hust.browser('officer')
  await officer.post(`/agreements/${id}/versions`, { note: '' })
  await officer.post(`/agreements/${id}/comments`, { body: 'Said late.', readers: 'ours', clause: '' })
  const read = async () => plain(await officer.read(`/agreements/${id}`))
  assert.match(await read(), /Queen Mary’s turn, since today/)
  pair.wait({ hours: 2 })
  assert.match(await read(), /Queen Mary’s turn, for 1 day/)
  assert.match(plain(await officer.read('/agreements')), /Queen Mary, 1 day/)
  // A day before yesterday by the calendar, though not yet 48 hours ago.
  pair.wait({ hours: 45 })
  assert.match(await read(), /1 day ago/)
  assert.doesNotMatch(await read(), /yesterday/)
})
