/** How somebody is reminded, and their calendar. */
import { Hono } from 'hono'
import { formValues, type Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { chooseReminders, closeCalendar, openCalendar } from './choose-reminders.ts'
import { readMatters, remindersFor } from './read-reminders.ts'
import { reminderWays } from './reminder.ts'
import { feedAddress, personalCalendar } from './reminder-feed.ts'
import { reminderPage } from './reminder-page.ts'
import { choiceOf } from './reminder-store.ts'
import type { DeskParts } from './routes.ts'

export function reminderRoutes(parts: DeskParts): Hono<WebEnv> {
  const { db, approvalSteps } = parts
  const app = new Hono<WebEnv>()
  app.get('/account/reminders', async (c) => {
    const visitor = requireRoles(c.var.visitor)
    const choice = await choiceOf(db, visitor.account.id)
    const matters = await readMatters(
      db,
      approvalSteps.map(({ key }) => key),
    )
    const day = c.var.now.toZonedDateTimeISO(choice?.zone || matters.zone).toPlainDate()
    const due = await remindersFor(db, visitor, matters, { day, now: c.var.now })
    const address = choice?.feed ? feedAddress(parts, choice.feed) : null
    const { how = 'at_once', zone = '' } = choice ?? {}
    return reminderPage(c, { how, zone, due, address, houseZone: matters.zone, saved: c.req.query('done') === 'yes' })
  })
  app.post('/account/reminders', async (c) => {
    const visitor = requireRoles(c.var.visitor)
    const { how: given, zone = '' } = await formValues(c)
    const how = reminderWays.find((way) => way === given) ?? 'at_once'
    await chooseReminders(db, visitor, { how, zone, at: c.var.now })
    return c.redirect('/account/reminders?done=yes', 303)
  })
  app.post('/account/reminders/calendar', async (c) => {
    await openCalendar(db, requireRoles(c.var.visitor), c.var.now)
    return c.redirect('/account/reminders#calendar', 303)
  })
  app.post('/account/reminders/calendar/removal', async (c) => {
    await closeCalendar(db, requireRoles(c.var.visitor), c.var.now)
    return c.redirect('/account/reminders#calendar', 303)
  })
  app.get('/reminders/:secret/calendar.ics', async (c) => {
    const house = { ...parts, name: c.var.house.name }
    const written = await personalCalendar(db, house, { secret: c.req.param('secret'), now: c.var.now })
    if (!written) throw new Refusal('not_found', {}, 404)
    return c.body(written, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    })
  })
  return app
}

/** Whoever has any role here. @throws Refusal `sign_in_first`, `not_found` */
function requireRoles(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (visitor.roles.length === 0) throw new Refusal('not_found', {}, 404)
  return visitor
}
