import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Around, addressed, holdIt, lettersTo, openAround } from '#test/support/around.ts'
import { lintCalendar } from '#test/support/calendar-lint.ts'
import { planAt, saveFrame, saveSheet, sharedCeremony } from '#test/support/ceremony.ts'
import { formOf } from '#test/support/negotiation.ts'
import { watchInvitations } from './watch-invitations.ts'

let pair: Around
before(async () => {
  pair = await openAround()
})
after(() => pair.close())

const wang = 'wang@guests.example'
const dean = 'dean@guests.example'
const plain = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const unfolded = (file: string) => file.replace(/\r\n /g, '')
const property = (file: string, name: string) => new RegExp(`\\r\\n${name}[^:]*:(.*)\\r\\n`).exec(unfolded(file))?.[1]

/** A shared ceremony with two guests of HUST who have addresses, both invited. */
async function invited() {
  const { id } = await sharedCeremony(pair)
  await addressed(pair.hust, id, { 0: wang, 1: dean })
  const officer = await pair.hust.browser('officer')
  const answer = await officer.post(`/ceremonies/${id}/invitations`)
  assert.equal(answer.status, 303)
  const letters = (await lettersTo(pair, pair.hust, wang)).slice(-1)
  return { id, officer, letter: letters[0]! }
}

const countTo = async (address: string) => (await lettersTo(pair, pair.hust, address)).length
const attendingAt = async (office: Around['hust'], id: string, n = 0) =>
  (await planAt(office, id)).guests[pair.hust.ror]![n]!.attending

test('a guest gets one letter in both languages, with both cities’ times and a calendar that passes the lint', async () => {
  const { id, officer, letter } = await invited()
  assert.match(letter.subject, /邀请：.*Invitation: /)
  assert.ok(letter.text.indexOf('尊敬的王小明：') < letter.text.indexOf('Dear Wang Xiaoming,'))
  assert.match(letter.text, /20 November 2026, 16:00 to 17:\d\d Wuhan; 08:00 to 09:\d\d London/)
  assert.match(letter.text, /2026年11月20日 武汉 16:00至17:\d\d；伦敦 08:00至09:\d\d/)
  assert.deepEqual(lintCalendar(letter.calendar!), [])
  assert.equal(property(letter.calendar!, 'METHOD'), 'REQUEST')
  assert.equal(property(letter.calendar!, 'DTSTART'), '20261120T080000Z')
  assert.equal(property(letter.calendar!, 'SEQUENCE'), '0')
  assert.equal(property(letter.calendar!, 'UID'), `ceremony-${id}@hust.localhost`)
  assert.match(unfolded(letter.calendar!), /ATTENDEE;[^\r]*mailto:wang@guests\.example/)
  assert.equal(await attendingAt(pair.hust, id), 'invited')

  const before = await countTo(wang)
  const again = await officer.post(`/ceremonies/${id}/invitations`)
  assert.equal(again.status, 409)
  assert.match(plain(await again.text()), /has been invited already\. Nothing was sent twice/)
  assert.equal(await countTo(wang), before)
})

test('the guest answers without an account; opening the link changes nothing; the partner learns the answer and not the remark', async () => {
  const { id, letter } = await invited()
  const guest = await pair.hust.browser('public')
  const page = await guest.read(letter.link)
  assert.match(plain(page), /For Wang Xiaoming/)
  assert.match(plain(page), /16:00 Wuhan, 08:00 London/)
  assert.equal(await attendingAt(pair.hust, id), 'invited')

  const silent = await guest.post(letter.link, { remark: 'x' })
  assert.equal(silent.status, 422)
  assert.match(await silent.text(), /Please say whether you will come/)

  const remark = 'Vegetarian, and brings an assistant.'
  assert.equal((await guest.post(letter.link, { answer: 'accepted', remark })).status, 303)
  await pair.deliver()
  assert.equal(await attendingAt(pair.queenMary, id), 'accepted')
  const { db } = pair.hust.database
  const sent = await db.selectFrom('outbox').select('body').where('topic', '=', 'message').execute()
  assert.ok(!JSON.stringify(sent).includes('Vegetarian'))
  assert.ok(!JSON.stringify(sent).includes(wang))

  const office = await (await pair.hust.browser('officer')).read(`/ceremonies/${id}/invitations`)
  assert.match(plain(office), /Wang Xiaoming 王小明 President wang@guests\.example will come Vegetarian/)
  const journal = db
    .selectFrom('journal')
    .select('id')
    .where('act', '=', 'ceremony.guest_replied')
    .where('subject_id', '=', id)
  const count = (await journal.execute()).length
  assert.equal((await guest.post(letter.link, { answer: 'accepted', remark })).status, 303)
  assert.equal((await journal.execute()).length, count)

  assert.equal((await guest.post(letter.link, { answer: 'declined', remark: '' })).status, 303)
  await pair.deliver()
  assert.equal(await attendingAt(pair.queenMary, id), 'declined')
})

test('no table holds the link, and no other link opens anything', async () => {
  const { letter } = await invited()
  const { db } = pair.hust.database
  const token = letter.link.slice('/reply/'.length)
  const rows = await db.selectFrom('ceremony_invitation').selectAll().execute()
  const waiting = await db.selectFrom('outbox').select('body').execute()
  assert.ok(!JSON.stringify([rows, waiting]).includes(token))
  const guest = await pair.hust.browser('public')
  for (const wrong of [token.replace(/./, (x) => (x === 'A' ? 'B' : 'A')), 'A'.repeat(43), 'short'])
    assert.equal((await guest.get(`/reply/${wrong}`)).status, 404)
})

test('a moved date reaches the guests once, under the same identity with a higher sequence, and asks them again', async () => {
  const { id, officer, letter } = await invited()
  const guest = await pair.hust.browser('public')
  await guest.post(letter.link, { answer: 'accepted', remark: '' })
  await saveFrame(pair.hust, id, { time: '17:00' })
  const page = plain(await officer.read(`/ceremonies/${id}/invitations`))
  assert.match(page, /2 guests have been told something else/)
  const before = await countTo(wang)
  for (let press = 0; press < 2; press++)
    assert.equal((await officer.post(`/ceremonies/${id}/invitations/tell`)).status, 303)
  const letters = await lettersTo(pair, pair.hust, wang)
  assert.equal(letters.length, before + 1)
  const changed = letters.at(-1)!
  assert.match(changed.subject, /New time/)
  assert.deepEqual(lintCalendar(changed.calendar!, { before: letter.calendar }), [])
  assert.equal(property(changed.calendar!, 'DTSTART'), '20261120T090000Z')
  assert.equal(property(changed.calendar!, 'SEQUENCE'), '1')
  assert.equal(await attendingAt(pair.hust, id), 'invited')
  assert.equal(changed.link, letter.link)
})

test('another hall changes the calendar and leaves the answer; whoever declined is not troubled', async () => {
  const { id, officer, letter } = await invited()
  const guest = await pair.hust.browser('public')
  await guest.post(letter.link, { answer: 'accepted', remark: '' })
  const other = (await lettersTo(pair, pair.hust, dean)).at(-1)!
  await guest.post(other.link, { answer: 'declined', remark: '' })
  await saveSheet(pair.hust, id, { hall_en: 'Great Hall', hall_zh: '大礼堂' })
  const [before, declined] = [await countTo(wang), await countTo(dean)]
  await officer.post(`/ceremonies/${id}/invitations/tell`)
  const changed = (await lettersTo(pair, pair.hust, wang)).at(-1)!
  assert.equal(await countTo(wang), before + 1)
  assert.equal(await countTo(dean), declined)
  assert.match(property(changed.calendar!, 'LOCATION')!, /武汉大礼堂/)
  assert.equal(await attendingAt(pair.hust, id), 'accepted')
})

test('what nobody told goes out by itself an hour after it was first seen, so that a date can be corrected', async () => {
  const { id } = await invited()
  const office = pair.partsOf(pair.hust)
  const { db } = pair.hust.database
  await saveFrame(pair.hust, id, { time: '15:00' })
  const before = await countTo(wang)
  await watchInvitations(db, office, pair.now)
  pair.wait({ minutes: 50 })
  await watchInvitations(db, office, pair.now)
  assert.equal(await countTo(wang), before)
  pair.wait({ minutes: 11 })
  await watchInvitations(db, office, pair.now)
  await watchInvitations(db, office, pair.now)
  assert.equal(await countTo(wang), before + 1)

  await saveFrame(pair.hust, id, { time: '14:00' })
  await watchInvitations(db, office, pair.now)
  await saveFrame(pair.hust, id, { time: '15:00' })
  await watchInvitations(db, office, pair.now)
  pair.wait({ hours: 2 })
  await watchInvitations(db, office, pair.now)
  assert.equal(await countTo(wang), before + 1, 'a change taken back is told to nobody')
})

test('a cancelled ceremony takes itself out of calendars; a postponed one comes back under the same identity', async () => {
  const { id, officer, letter } = await invited()
  const guest = await pair.hust.browser('public')
  await officer.post(`/ceremonies/${id}/postpone`, { reason: 'Snow' })
  await officer.post(`/ceremonies/${id}/invitations/tell`)
  const off = (await lettersTo(pair, pair.hust, wang)).at(-1)!
  assert.equal(property(off.calendar!, 'METHOD'), 'CANCEL')
  assert.equal(property(off.calendar!, 'STATUS'), 'CANCELLED')
  assert.deepEqual(lintCalendar(off.calendar!, { before: letter.calendar }), [])
  assert.match(plain(await guest.read(letter.link)), /The ceremony is postponed/)

  await saveFrame(pair.hust, id, { date: '2026-12-04' })
  await officer.post(`/ceremonies/${id}/invitations/tell`)
  const again = (await lettersTo(pair, pair.hust, wang)).at(-1)!
  assert.match(again.subject, /New date/)
  assert.equal(property(again.calendar!, 'METHOD'), 'REQUEST')
  assert.deepEqual(lintCalendar(again.calendar!, { before: off.calendar }), [])

  await officer.post(`/ceremonies/${id}/cancel`, { reason: 'No longer needed' })
  await officer.post(`/ceremonies/${id}/invitations/tell`)
  const gone = (await lettersTo(pair, pair.hust, wang)).at(-1)!
  assert.deepEqual(lintCalendar(gone.calendar!, { before: again.calendar }), [])
  assert.deepEqual([property(gone.calendar!, 'METHOD'), property(gone.calendar!, 'SEQUENCE')], ['CANCEL', '3'])
  assert.equal((await guest.post(letter.link, { answer: 'accepted' })).status, 409)
})

test('a guest taken off the list is told so, once', async () => {
  const { id, officer } = await invited()
  const before = await countTo(dean)
  const fields = formOf(await officer.read(`/ceremonies/${id}/sheet/edit`), `/ceremonies/${id}/sheet`)
  const left = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('guest_1_')))
  assert.equal((await officer.post(`/ceremonies/${id}/sheet`, left)).status, 303)
  for (let press = 0; press < 2; press++) await officer.post(`/ceremonies/${id}/invitations/tell`)
  const letters = await lettersTo(pair, pair.hust, dean)
  assert.equal(letters.length, before + 1)
  assert.equal(property(letters.at(-1)!.calendar!, 'METHOD'), 'CANCEL')
  const guest = await pair.hust.browser('public')
  assert.match(plain(await guest.read(letters.at(-1)!.link)), /This invitation has been withdrawn/)
})

test('the office writes the letter itself; two who write at once lose nothing', async () => {
  const { id } = await sharedCeremony(pair)
  await addressed(pair.hust, id, { 0: wang })
  const officer = await pair.hust.browser('officer')
  const at = `/ceremonies/${id}/letters/invitation`
  const ours = { version: '0', letter_en: 'We would be honoured.', letter_zh: '恭请光临。' }
  assert.equal((await officer.post(at, ours)).status, 303)
  const late = await officer.post(at, { ...ours, letter_en: 'Please come.' })
  assert.equal(late.status, 409)
  const page = await late.text()
  assert.match(page, />\nPlease come\.</)
  assert.match(page, /We would be honoured\./)
  assert.equal((await officer.post(at, { version: '1', letter_en: '', letter_zh: 'x' })).status, 422)
  await officer.post(`/ceremonies/${id}/invitations`)
  assert.match((await lettersTo(pair, pair.hust, wang)).at(-1)!.text, /恭请光临。[\s\S]*We would be honoured\./)
})

test('only officers invite; readers look; a rehearsal, the public and strangers find no such page', async () => {
  const { id } = await sharedCeremony(pair)
  const at = `/ceremonies/${id}/invitations`
  assert.equal((await (await pair.hust.browser('reader')).post(at)).status, 403)
  const reading = await (await pair.hust.browser('reader')).read(at)
  assert.doesNotMatch(reading, /<form[^>]*invitations/)
  assert.equal((await (await pair.hust.browser('nobody')).get(at)).status, 404)
  assert.equal((await (await pair.hust.browser('public')).get(at)).status, 404)
  const rehearsal = await (await pair.hust.browser('officer')).post(`/ceremonies/${id}/rehearsals`)
  const copy = rehearsal.headers.get('location')!.split('?')[0]!
  assert.equal((await (await pair.hust.browser('officer')).get(`${copy}/invitations`)).status, 404)
})

test('after the ceremony nobody can be invited or answer any more', async () => {
  const { id, letter } = await invited()
  await holdIt(pair, id)
  const officer = await pair.hust.browser('officer')
  const guest = await pair.hust.browser('public')
  assert.match(plain(await guest.read(letter.link)), /The ceremony is over/)
  assert.equal((await guest.post(letter.link, { answer: 'accepted' })).status, 409)
  assert.equal((await officer.post(`/ceremonies/${id}/invitations`)).status, 409)
})
