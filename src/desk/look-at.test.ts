import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { answerRule } from '#src/partners/answer-reminder.ts'
import { lintCalendar } from '#test/support/calendar-lint.ts'
import { openNegotiation } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { sendReminders } from './send-reminders.ts'

let pair: Pair
let officer: OfficeBrowser
let at: string

before(async () => {
  pair = await openNegotiation()
  pair.now = Temporal.Instant.from('2026-03-02T02:00:00Z')
  officer = await pair.hust.browser('officer')
  at = `/partners/${pair.queenMary.ror}`
})
after(() => pair.close())

const db = () => pair.hust.database.db
const morning = (day: string) =>
  Temporal.PlainDateTime.from(`${day}T09:00`).toZonedDateTime('Asia/Shanghai').toInstant()
const day = (text: string) => Temporal.PlainDate.from(text)

const answer = (topic: string, answeredOn: string, expiresOn: string) =>
  officer.post(`${at}/diligence`, { topic, risk: 'low', answer: 'Looked into.', source: '', answeredOn, expiresOn })

/** Letters in the outbox about something: to whom, and what they are called. */
async function letters(about: RegExp) {
  const rows = await db().selectFrom('outbox').selectAll().where('topic', '=', 'mail').orderBy('id').execute()
  return rows
    .map(({ body }) => body as { to: { account: string }; subject: { en: string }; text: { en: string } })
    .filter(({ subject, text }) => about.test(`${subject.en} ${text.en}`))
}

/** Every morning of a span. */
async function mornings(from: string, until: string) {
  for (let d = day(from); Temporal.PlainDate.compare(d, day(until)) <= 0; d = d.add({ days: 1 }))
    await sendReminders(db(), [], morning(d.toString()))
}

test('of whom nothing was ever recorded, the first page says nothing: the list of partners does', async () => {
  assert.doesNotMatch(await officer.read('/'), /Dormant by its record/)
  assert.match(await officer.read('/partners?mark=dormant'), /Queen Mary/)
  const note = { kind: 'visit', on: '2021-05-04', title_en: 'A visit', source: 'Diary' }
  assert.equal((await officer.post(`${at}/activity`, note)).status, 303)
  assert.match(await officer.read('/'), /Dormant by its record/)
})

test('an answer is due ninety and thirty days before its last day, and on the day after it', () => {
  const on = (text: string) => answerRule(day('2026-12-31'), day(text))
  assert.deepEqual(
    ['2026-10-01', '2026-10-02', '2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01', '2029-01-01'].map(on),
    [undefined, 90, 90, 30, 30, -1, -1],
  )
})

test('due diligence that ends is brought to officers’ minds by each rule once, and no more once a newer answer stands', async () => {
  const { account } = await pair.hust.visitor('officer')
  assert.equal((await answer('finance', '2026-01-05', '2026-07-01')).status, 303)
  assert.equal((await answer('reputation', '2026-01-05', '2026-07-01')).status, 303)
  await mornings('2026-03-30', '2026-06-05')
  assert.equal((await letters(/finance/)).length, 2)
  pair.now = morning('2026-06-06')
  officer = await pair.hust.browser('officer')
  assert.match(
    await officer.read('/'),
    /Partnerships to look at[\s\S]*Due diligence on finance: holds until 1 July 2026/,
  )
  assert.match(await officer.read('/partners?mark=diligence&q=queen'), /Queen Mary/)
  assert.equal((await answer('finance', '2026-06-06', '2027-06-06')).status, 303)
  assert.doesNotMatch(await officer.read('/'), /Due diligence on finance/)
  await mornings('2026-06-06', '2026-07-04')
  assert.equal((await letters(/finance/)).length, 2, 'the newer answer stands')
  const told = await letters(/reputation/)
  assert.equal(told.length, 3)
  assert.match(told[2]!.subject.en, /has ended/)
  assert.ok(
    told.every(({ to }) => to.account === account.id),
    'readers and approvers are told nothing of it',
  )
  for (const role of ['reader', 'approver'] as const) {
    const other = await pair.hust.browser(role)
    assert.doesNotMatch(await other.read('/account/reminders'), /reputation/)
    assert.doesNotMatch(await other.read('/'), /Due diligence/)
    const list = await other.read('/partners?mark=diligence&q=zzzz')
    assert.doesNotMatch(list, /due diligence ends/)
  }
})

test('a partnership dormant by its record is brought to mind once, until something is recorded or decided', async () => {
  // The last that is recorded was five years ago: it was dormant from the first morning on.
  const told = await letters(/Dormant by its record/)
  assert.equal(told.length, 1)
  assert.match(await officer.read('/'), /Dormant by its record/)
  const note = { kind: 'visit', on: '2026-07-05', title_en: 'A visit', source: 'Diary' }
  pair.now = morning('2026-07-05')
  officer = await pair.hust.browser('officer')
  assert.equal((await officer.post(`${at}/activity`, note)).status, 303)
  assert.doesNotMatch(await officer.read('/'), /Dormant by its record/)
  await mornings('2028-07-03', '2028-07-08')
  assert.equal((await letters(/Dormant by its record/)).length, 2, 'two years later it is dormant again')
  pair.now = morning('2028-07-09')
  officer = await pair.hust.browser('officer')
  assert.equal((await officer.post(`${at}/activity/decision`, { decision: 'dormant', reason: 'Agreed.' })).status, 303)
  assert.doesNotMatch(await officer.read('/'), /Dormant by its record/)
  assert.doesNotMatch(await officer.read('/account/reminders'), /Dormant by its record/)
})

test('one letter a morning holds due diligence and dormancy with the rest', async () => {
  assert.equal((await officer.post('/account/reminders', { how: 'daily', zone: '' })).status, 303)
  for (const topic of ['legal_standing', 'data_protection']) await answer(topic, '2028-07-09', '2028-08-01')
  await mornings('2028-07-10', '2028-07-11')
  const told = await letters(/legal standing/)
  assert.equal(told.length, 1)
  assert.match(told[0]!.text.en, /data protection/)
})

test('the calendar of an officer holds the last day of each answer: a newer one moves it, the end of a partnership strikes it out; readers see none', async () => {
  const everyone = await pair.hust.browser('public')
  const feedOf = async (who: OfficeBrowser) => {
    await who.post('/account/reminders/calendar')
    const page = await who.read('/account/reminders')
    const address = new URL(/value="(http[^"]+calendar\.ics)"/.exec(page)![1]!).pathname
    return async () => (await everyone.get(address)).text()
  }
  const event = (feed: string) =>
    feed
      .replace(/\r\n /g, '')
      .split('BEGIN:VEVENT')
      .find((one) => one.includes(`UID:answer-${pair.queenMary.ror}-reputation@`)) ?? ''
  const [own, readers] = [await feedOf(officer), await feedOf(await pair.hust.browser('reader'))]
  await answer('reputation', '2028-07-09', '2031-05-05')
  const first = await own()
  // Nine in Wuhan.
  assert.match(event(first), /SUMMARY[^\n]*Due diligence ends: Queen Mary/)
  assert.match(event(first), /DESCRIPTION[^\n]*[Rr]eputation/)
  assert.match(event(first), /DTSTART[^\n]*20310505T0?[19]0000/)
  assert.match(event(first), /STATUS:CONFIRMED/)
  pair.wait({ hours: 1 })
  assert.equal((await answer('reputation', '2028-07-09', '2033-05-06')).status, 303)
  const moved = await own()
  assert.deepEqual(lintCalendar(moved, { open: true, before: first }), [])
  assert.match(event(moved), /DTSTART[^\n]*20330506T/)
  assert.doesNotMatch(await readers(), /answer-/)
  pair.wait({ hours: 1 })
  const over = { act: 'end', reason: 'Nothing came of it.', evidence: 'Minutes of the board' }
  assert.equal((await officer.post(`${at}/steps`, over)).status, 303)
  const ended = await own()
  assert.deepEqual(lintCalendar(ended, { open: true, before: moved }), [])
  assert.match(event(ended), /STATUS:CANCELLED/)
})
