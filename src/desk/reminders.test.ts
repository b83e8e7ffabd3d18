import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lintCalendar } from '#test/support/calendar-lint.ts'
import { approvalSteps, colleague, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import type { Office, OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { goesOut } from './reminder.ts'
import { sendReminders } from './send-reminders.ts'

let pair: Pair
let officer: OfficeBrowser
const steps = approvalSteps.map(({ key }) => key)

before(async () => {
  pair = await openNegotiation()
  pair.now = Temporal.Instant.from('2026-03-02T02:00:00Z')
  officer = await pair.hust.browser('officer')
})
after(() => pair.close())

const db = (office: Office = pair.hust) => office.database.db
const at = (text: string, zone = 'Asia/Shanghai') => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()

async function enter(office: Office, fields: Record<string, string>): Promise<string> {
  const partner = office === pair.hust ? pair.queenMary.ror : pair.hust.ror
  const by = await office.browser('officer')
  const answer = await by.post('/register', { kind: 'exchange', signedOn: '2022-05-01', partner, ...fields })
  assert.equal(answer.status, 303)
  return answer.headers.get('location')!.replace(/^\/register\/|\?.*/g, '')
}

/** Letters in the outbox: whose, and what they are about. */
async function letters(office: Office, about: string) {
  const rows = await db(office).selectFrom('outbox').selectAll().where('topic', '=', 'mail').orderBy('id').execute()
  return rows
    .map((row) => ({
      at: row.created_at,
      ...(row.body as { to: { account: string }; subject: { en: string }; text: { en: string } }),
    }))
    .filter(({ subject, text }) => `${subject.en} ${text.en}`.includes(about))
    .map((letter) => ({ at: letter.at, to: letter.to.account, subject: letter.subject.en, text: letter.text.en }))
}

/** Somebody of the office leads the partnership on its side. */
async function lead(office: Office, who: 'officer'): Promise<string> {
  const { account } = await office.visitor(who)
  const partnership = await db(office).selectFrom('partnership').select('id').executeTakeFirstOrThrow()
  const person = crypto.randomUUID()
  const named = { name_latin: 'Some Lead', name_native: null, family_name_first: false, account: account.id }
  await db(office)
    .insertInto('person')
    .values({ id: person, ...named, terms: [], joined: '' })
    .execute()
  await db(office)
    .insertInto('post')
    .values({
      id: crypto.randomUUID(),
      person,
      institution: office.ror,
      ...{ unit_en: '', unit_zh: '', title_en: 'Officer', title_zh: '专员', rank: 80 },
      since: '2020-01-01',
      until: null,
      source: null,
    })
    .execute()
  await db(office)
    .insertInto('partnership_lead')
    .values({
      id: crypto.randomUUID(),
      partnership: partnership.id,
      institution: office.ror,
      person,
      since: '2020-01-01',
      until: null,
    })
    .execute()
  return account.id
}

test('reminders of 365, 180, 90 and 30 days come exactly once, to the right owner on each side, across the changes of the clocks', async () => {
  // Thirty days before the first is the Sunday on which London's clocks go forward; 180 days before the second they go back.
  const ends = { 'Ends in spring': '2027-04-27', 'Ends before': '2027-04-23' }
  const sides = [pair.hust, pair.queenMary]
  const owners = [await lead(pair.hust, 'officer'), await lead(pair.queenMary, 'officer')]
  for (const office of sides) {
    // Another officer, who does not look after this partner, is not written to.
    await colleague(pair, office, 'officer')
    for (const [titleEn, endsOn] of Object.entries(ends)) await enter(office, { titleEn, endsOn })
  }
  // Steps of 31 hours pass through every hour of the day, and over both changes.
  for (
    let now = at('2026-04-20T08:30');
    Temporal.Instant.compare(now, at('2027-04-29T00:00')) < 0;
    now = now.add({ hours: 31 })
  )
    for (const office of sides) await sendReminders(db(office), steps, now)
  for (const [side, office] of sides.entries()) {
    const zone = office.institution.zone
    for (const [title, end] of Object.entries(ends)) {
      const told = await letters(office, title)
      assert.deepEqual(
        told.map(({ to }) => to),
        Array(4).fill(owners[side]),
        `${title}, ${zone}`,
      )
      for (const [n, days] of [365, 180, 90, 30].entries()) {
        const here = told[n]!.at.toZonedDateTimeISO(zone)
        const late = Temporal.PlainDate.from(end).subtract({ days }).until(here.toPlainDate()).days
        assert.ok(late >= 0 && late <= 3, `${days} days: ${here}`)
        assert.ok(here.hour >= 8, String(here))
        assert.ok(told[n]!.text.includes(`no more than ${days} days`), told[n]!.text)
      }
    }
  }
})

test('the morning begins at eight where the reader is, on days whose clocks change too; twice at once is once', async () => {
  const choice = { how: 'at_once', zone: 'Europe/London' } as const
  for (const day of ['2027-03-28', '2027-10-31', '2027-06-01']) {
    let now = at(`${day}T00:00`, 'Europe/London')
    while (!goesOut(choice, now, null)) now = now.add({ minutes: 10 })
    assert.equal(now.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString(), `${day}T08:00:00`)
  }
  await enter(pair.hust, { titleEn: 'Reminded at once', endsOn: '2028-10-31' })
  const now = at('2027-11-01T08:00')
  assert.equal(await sendReminders(db(), steps, at('2027-11-01T07:59')), 0)
  await Promise.all([sendReminders(db(), steps, now), sendReminders(db(), steps, now)])
  await sendReminders(db(), steps, at('2027-11-02T09:00'))
  assert.equal((await letters(pair.hust, 'Reminded at once')).length, 1)
})

test('one letter a morning, or on Mondays, holds all that is new', async () => {
  assert.equal((await officer.post('/account/reminders', { how: 'weekly', zone: 'Europe/London' })).status, 303)
  for (const titleEn of ['Of the week one', 'Of the week two'])
    await enter(pair.hust, { titleEn, endsOn: '2029-03-01' })
  // 1 March 2028 is a Wednesday.
  for (const day of ['2028-03-01', '2028-03-02', '2028-03-05']) await sendReminders(db(), steps, at(`${day}T18:00`))
  assert.equal((await letters(pair.hust, 'Of the week')).length, 0)
  await sendReminders(db(), steps, at('2028-03-06T07:59', 'Europe/London'))
  assert.equal((await letters(pair.hust, 'Of the week')).length, 0)
  await sendReminders(db(), steps, at('2028-03-06T08:00', 'Europe/London'))
  await sendReminders(db(), steps, at('2028-03-06T18:00', 'Europe/London'))
  const told = await letters(pair.hust, 'Of the week')
  assert.equal(told.length, 1)
  assert.match(told[0]!.text, /Of the week one[\s\S]*Of the week two/)
  assert.equal(goesOut({ how: 'daily', zone: 'Asia/Shanghai' }, at('2028-03-07T09:00'), at('2028-03-07T08:00')), false)
  assert.equal(goesOut({ how: 'daily', zone: 'Asia/Shanghai' }, at('2028-03-08T08:00'), at('2028-03-07T08:00')), true)
  assert.equal((await officer.post('/account/reminders', { how: 'at_once', zone: 'BST' })).status, 422)
  assert.equal((await officer.post('/account/reminders', { how: 'at_once', zone: '' })).status, 303)
})

test('what was decided stops the reminders, and so does a renewal', async () => {
  const settled = await enter(pair.hust, { titleEn: 'To be left', endsOn: '2029-06-01' })
  const renewed = await enter(pair.hust, { titleEn: 'To be renewed', endsOn: '2029-06-01' })
  pair.now = at('2028-08-01T10:00')
  officer = await pair.hust.browser('officer')
  const decided = await officer.post(`/register/${settled}/decisions`, {
    decision: 'let_end',
    note: 'No students since 2025.',
  })
  assert.equal(decided.status, 303)
  await enter(pair.hust, { titleEn: 'Next', signedOn: '2028-07-01', endsOn: '2034-06-01', renews: renewed })
  await sendReminders(db(), steps, at('2029-05-20T09:00'))
  assert.equal((await letters(pair.hust, 'To be left')).length, 0)
  assert.equal((await letters(pair.hust, 'To be renewed')).length, 0)
  assert.match(await officer.read(`/register/${settled}`), /it is to end[\s\S]*No students since 2025/)
  const open = await enter(pair.hust, { titleEn: 'Open', reviewOn: '2030-01-01' })
  assert.equal((await officer.post(`/register/${open}/decisions`, { decision: 'let_end' })).status, 409)
  assert.equal(
    (await (await pair.hust.browser('reader')).post(`/register/${settled}/decisions`, { decision: 'let_end' })).status,
    403,
  )
})

test('a lead who has left is brought to mind, and again when it happens again', async () => {
  const { lead: row } = { lead: await db().selectFrom('partnership_lead').selectAll().executeTakeFirstOrThrow() }
  const theirs = {
    id: crypto.randomUUID(),
    partnership: row.partnership,
    institution: pair.queenMary.ror,
    person: row.person,
  }
  const gone = async (until: string | null) =>
    db().updateTable('post').set({ until }).where('person', '=', row.person).execute()
  await db()
    .insertInto('partnership_lead')
    .values({ ...theirs, since: '2020-01-01', until: '2021-01-01' })
    .execute()
  await sendReminders(db(), steps, at('2029-06-02T09:00'))
  await sendReminders(db(), steps, at('2029-06-03T09:00'))
  // Nobody leads on their side.
  assert.equal((await letters(pair.hust, 'Contact needed')).length, 1)
  await gone('2029-06-30')
  await sendReminders(db(), steps, at('2029-07-02T09:00'))
  assert.equal((await letters(pair.hust, 'Contact needed')).length, 2)
  await gone(null)
  await sendReminders(db(), steps, at('2029-07-03T09:00'))
  await gone('2029-07-30')
  await sendReminders(db(), steps, at('2029-08-02T09:00'))
  assert.equal((await letters(pair.hust, 'Contact needed')).length, 3)
})

test('an approval that waits is brought to the approver’s mind after three, seven and fourteen days', async () => {
  const id = await sentAgreement(pair)
  for (const office of [pair.hust, pair.queenMary]) {
    await (await office.browser('officer')).post(`/agreements/${id}/freeze`)
    await pair.deliver()
  }
  const now = pair.now
  const { account } = await pair.hust.visitor('approver')
  for (const days of [1, 3, 4, 7, 8, 14, 30]) await sendReminders(db(), steps, now.add({ hours: 24 * days + 1 }))
  const told = await letters(pair.hust, 'Waits for your approval')
  assert.deepEqual(
    told.map(({ to }) => to),
    Array(3).fill(account.id),
  )
})

test('the calendar has a secret address of its own, which can be taken back; no table and no journal holds the secret', async () => {
  const reader = await pair.hust.browser('reader')
  const addressIn = async () => /value="(http[^"]+calendar\.ics)"/.exec(await officer.read('/account/reminders'))?.[1]
  await officer.post('/account/reminders/calendar')
  const address = new URL((await addressIn())!)
  const everyone = await pair.hust.browser('public')
  const answer = await everyone.get(address.pathname)
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type')!, /^text\/calendar/)
  const before = await answer.text()
  assert.deepEqual(lintCalendar(before, { open: true }), [])
  assert.match(before, /SUMMARY[^\n]*Ends in spring/)
  assert.match(before.replace(/\r\n /g, ''), /UID:end-[^\n]*[\s\S]*?STATUS:CANCELLED/)
  const changed = await enter(pair.hust, { titleEn: 'Left for the calendar', endsOn: '2035-06-01' })
  const told = await (await everyone.get(address.pathname)).text()
  await officer.post(`/register/${changed}/decisions`, { decision: 'let_end' })
  const later = await (await everyone.get(address.pathname)).text()
  assert.deepEqual(lintCalendar(later, { open: true, before: told }), [])
  const secret = address.pathname.split('/')[2]!.split('.')[1]!
  for (const table of ['journal', 'outbox', 'reminder_choice'] as const)
    assert.ok(!JSON.stringify(await db().selectFrom(table).selectAll().execute()).includes(secret), table)
  const wrong = address.pathname.replace(secret, `${secret.slice(0, -2)}AA`)
  assert.equal((await everyone.get(wrong)).status, 404)
  await officer.post('/account/reminders/calendar')
  assert.equal((await everyone.get(address.pathname)).status, 404)
  await officer.post('/account/reminders/calendar/removal')
  assert.equal(await addressIn(), undefined)
  assert.equal((await (await pair.hust.browser('nobody')).get('/account/reminders')).status, 404)
  assert.match(await reader.read('/account/reminders'), /There is no address yet/)
})
