/** An event that was held on another day than planned, and of which not every item was on stage. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { ceremonyActivity, findPlan, guestsDue, noteHeld, noteLive } from '#src/ceremonies/index.ts'
import { happened } from '#src/partners/activity-source.ts'
import { lintCalendar } from '#test/support/calendar-lint.ts'
import { openPublicSite, type PublicSite } from '#test/support/public-site.ts'

let site: PublicSite
/** What the calendar said while it was only planned. */
let planned: string
before(async () => {
  site = await openPublicSite()
  planned = await site.read('/calendar.ics')
  const { db } = site.pair.hust.database
  const { items } = (await findPlan(db, site.ceremony))!
  const startedAt = Temporal.Instant.from('2026-10-17T22:57:00Z')
  const played = items.slice(0, 2).map(({ id: item }, n) => ({
    item,
    startedAt: startedAt.add({ minutes: 8 * n }),
    endedAt: startedAt.add({ minutes: 8 * n + 8 }),
  }))
  const endedAt = played.at(-1)!.endedAt
  await db.transaction().execute(async (tx) => {
    await noteLive(tx, site.ceremony, startedAt)
    await noteHeld(tx, site.ceremony, { startedAt, endedAt, items: played, audience: 12, at: endedAt })
  })
})
after(() => site.close())

const plain = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('its page tells the day and hours it really had, in both halls, and what was on stage', async () => {
  const page = await site.read(`/en/events/${site.ceremony}`)
  assert.match(plain(page), /Wuhan 06:57–07:13 18 October 2026 .* London 23:57–00:13 17 October 2026/)
  assert.doesNotMatch(plain(page), /20 October 2026|Add to your calendar/)
  assert.equal(page.match(/class="programme-time"/g)?.length, 2)
  assert.match(page, /"startDate":"2026-10-17T22:57:00Z"/)
  assert.match(plain(await site.read('/zh/events')), /2026年10月18日/)
})

test('calendars that had the planned day are told the real one', async () => {
  const calendar = await site.read('/calendar.ics')
  assert.deepEqual(lintCalendar(calendar, { open: true, before: planned }), [])
  assert.match(calendar, /DTSTART:20261017T225700Z/)
})

test('the office reads the same in its list and on the plan', async () => {
  const officer = await site.pair.hust.browser('officer')
  const began = /18 Oct 2026, 06:57 Wuhan, 17 Oct 2026, 23:57 London/
  const list = plain(await officer.read('/ceremonies'))
  assert.match(list, /Began/)
  assert.match(list, began)
  assert.match(plain(await officer.read(`/ceremonies/${site.ceremony}`)), began)
})

test('the record of the partnership, and what is kept of its guests, count from the day it really was', async () => {
  const { db } = site.pair.hust.database
  const { rows } = await sql<{ happened_on: Temporal.PlainDate }>`
    select happened_on from ${happened([ceremonyActivity])} where kind = 'ceremony_held'`.execute(db)
  assert.deepEqual(
    rows.map((one) => one.happened_on.toString()),
    ['2026-10-18'],
  )
  await sql`insert into ceremony_guest_private (ceremony, guest, email, remark)
    values (${site.ceremony}, 'g', 'g@guest.example', '')`.execute(db)
  const due = (before: string) => guestsDue(db, before)
  assert.deepEqual(await due('2026-10-18'), [])
  assert.equal((await due('2026-10-19'))[0]?.ended.toString(), '2026-10-18')
})
