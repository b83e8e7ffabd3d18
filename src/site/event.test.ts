import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lintCalendar } from '#test/support/calendar-lint.ts'
import { saveFrame } from '#test/support/ceremony.ts'
import { openPublicSite, type PublicSite } from '#test/support/public-site.ts'

let site: PublicSite
before(async () => {
  site = await openPublicSite()
})
after(() => site.close())

test('an announced event that is planned anew stays known, as not settled, under the same identity and a higher number', async () => {
  const first = await site.read('/calendar.ics')
  await saveFrame(site.pair.hust, site.ceremony, { date: '2026-10-21', open: 'yes' })
  await site.pair.deliver()
  const moved = await site.read('/calendar.ics')
  assert.deepEqual(lintCalendar(moved, { open: true, before: first }), [])
  assert.match(moved, /DTSTART:20261021T073000Z/)
  assert.match(moved, /STATUS:TENTATIVE/)
  assert.match(await site.read('/en/events'), /time being settled/)
})

test('the first item past midnight says so in the city where it is another day', async () => {
  await saveFrame(site.pair.hust, site.ceremony, { time: '23:58', open: 'yes' })
  await site.pair.deliver()
  const page = await site.read(`/en/events/${site.ceremony}`)
  assert.match(page, /<span>23:58<\/span><span class="muted">16:58<\/span>/)
  assert.match(page, /<span>00:\d\d <small>next day<\/small><\/span><span class="muted">17:\d\d<\/span>/)
  assert.equal(page.match(/<small>next day/g)?.length, 1)
  assert.match(await site.read(`/zh/events/${site.ceremony}`), /<small>次日<\/small>/)
})

test('cancelled, it is struck out and stays in the calendar as cancelled', async () => {
  const before = await site.read('/calendar.ics')
  const officer = await site.pair.hust.browser('officer')
  const answer = await officer.post(`/ceremonies/${site.ceremony}/cancel`, { reason: 'x' })
  assert.equal(answer.status, 303, await answer.text())
  const cancelled = await site.read('/calendar.ics')
  assert.deepEqual(lintCalendar(cancelled, { open: true, before }), [])
  assert.match(cancelled, /STATUS:CANCELLED/)
  const page = await site.read(`/en/events/${site.ceremony}`)
  assert.match(page, /cancelled/)
  assert.doesNotMatch(page, /Add to your calendar/)
  assert.match(page, /schema\.org\/EventCancelled/)
})

test('what is not open to the public, or was never confirmed, is nowhere', async () => {
  await site.pair.hust.database.db
    .updateTable('ceremony')
    .set({ open: false } as never)
    .execute()
  assert.equal((await site.get(`/en/events/${site.ceremony}`)).status, 404)
  assert.equal((await site.get(`/en/events/${site.ceremony}.ics`)).status, 404)
  assert.match(await site.read('/en/events'), /No open event is announced/)
  assert.doesNotMatch(await site.read('/calendar.ics'), /VEVENT/)
})
