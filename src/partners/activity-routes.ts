/** The addresses of what happened with a partner. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { idOf } from '#src/platform/id.ts'
import { formValues } from '#src/platform/people/index.ts'
import { acted } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdPartnership, type OfficersPartnership, seePartner } from './access.ts'
import { notedKinds } from './activity.ts'
import { type ActivitySaid, activityPage } from './activity-page.ts'
import type { Activity } from './activity-source.ts'
import { activityRefusalWords } from './activity-words.ts'
import { decideDormancy, setDormancyRule } from './decide-dormancy.ts'
import { dropActivity, noteActivity } from './note-activity.ts'
import { readActivity } from './read-activity.ts'
import { partnerRefusalWords } from './refusal-words.ts'
import { ourInstitution } from './store.ts'

interface Parts {
  db: Db
  activity: Activity
}

export function activityRoutes(parts: Parts): Hono<WebEnv> {
  const { db, activity } = parts
  const app = new Hono<WebEnv>()
  app.get('/partners/:ror/activity', (c) => show(c, parts, { done: c.req.query('done') === 'yes' }))
  app.post('/partners/:ror/activity', (c) =>
    done(c, parts, (held, of, when) => {
      const kind = notedKinds.find((one) => one === of('kind')) ?? 'other'
      const title = { en: of('title_en'), zh: of('title_zh') }
      return noteActivity(db, held, { noted: { kind, on: of('on'), title, source: of('source') }, ...when })
    }),
  )
  app.post('/partners/:ror/activity/drop', (c) =>
    done(c, parts, (held, of, { at }) => dropActivity(db, held, { id: idOf(of('id')), at })),
  )
  app.post('/partners/:ror/activity/decision', (c) =>
    done(c, parts, (held, of, when) => {
      const decision = of('decision') === 'dormant' ? 'dormant' : 'awake'
      return decideDormancy(db, held, { activity, decision, reason: of('reason', 4000), ...when })
    }),
  )
  app.post('/partners/:ror/activity/rule', (c) =>
    done(c, parts, (held, of, { at }) => setDormancyRule(db, held, { months: of('months'), at })),
  )
  return app
}

async function show(c: Context<WebEnv>, { db, activity }: Parts, said: ActivitySaid): Promise<Response> {
  const seen = await seePartner(db, c.var.visitor, c.req.param('ror') ?? '')
  return activityPage(c, await readActivity(db, activity, seen, c.var.now), said)
}

type Act = (
  held: OfficersPartnership,
  of: (name: string, longest?: number) => string,
  when: { at: Temporal.Instant; today: Temporal.PlainDate },
) => Promise<void>

async function done(c: Context<WebEnv>, parts: Parts, act: Act): Promise<Response> {
  const held = await holdPartnership(parts.db, c.var.visitor, c.req.param('ror') ?? '')
  const { zone } = await ourInstitution(parts.db)
  const values = await formValues(c)
  const of = (name: string, longest = 500) => (values[name] ?? '').trim().slice(0, longest)
  const at = c.var.now
  return acted(c, {
    act: () => act(held, of, { at, today: at.toZonedDateTimeISO(zone).toPlainDate() }),
    to: `/partners/${held.partnership.partner}/activity?done=yes`,
    words: { ...partnerRefusalWords, ...activityRefusalWords },
    again: (problem) => show(c, parts, { problem }),
    refill: true,
  })
}
