/** Where briefings are written. */
import { Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdCeremony } from './access.ts'
import { type CeremonyContext, idOf } from './answers.ts'
import { doOrShow } from './around-answers.ts'
import type { AroundParts } from './around-parts.ts'
import { type BriefingShown, briefingPage } from './briefing-page.ts'
import { backgroundOf, briefingsOf, noBriefing } from './briefing-store.ts'
import { both } from './form-parts.ts'
import { briefed } from './read-briefing.ts'
import { guestOf, writeBackground, writeBriefing } from './write-briefing.ts'

export function briefingRoutes({ db }: AroundParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const at = (c: CeremonyContext) => `/ceremonies/${idOf(c)}/briefing`

  app.get('/ceremonies/:id/briefing', (c) => showBriefing(c, db, c.req.query('guest')))

  app.post('/ceremonies/:id/briefing', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const fields = await formValues(c)
    const { guest = '' } = fields
    const briefing = { points: both(fields, 'points'), life: both(fields, 'life'), version: Number(fields.version) }
    const run = () => writeBriefing(db, held, { guest, briefing, at: c.var.now })
    const to = `${at(c)}?guest=${encodeURIComponent(guest)}&done=yes`
    return doOrShow(c, to, run, (problem) => showBriefing(c, db, guest, { ...problem, typedBriefing: briefing }))
  })

  app.post('/ceremonies/:id/background', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const fields = await formValues(c)
    const background = {
      ties: both(fields, 'ties'),
      proposed: both(fields, 'proposed'),
      version: Number(fields.version),
    }
    const run = () => writeBackground(db, held, { background, at: c.var.now })
    const again = (problem: BriefingShown['problem'] & {}) =>
      showBriefing(c, db, undefined, { ...problem, typedBackground: background })
    return doOrShow(c, `${at(c)}?done=yes`, run, again)
  })

  return app
}

async function showBriefing(
  c: CeremonyContext,
  db: AroundParts['db'],
  asked: string | undefined,
  problem?: BriefingShown['problem'],
): Promise<Response> {
  const held = await holdCeremony(db, c.var.visitor, idOf(c))
  const { plan, us } = held
  if (plan.rehearsalOf) throw new Refusal('not_found', {}, 404)
  const guest = asked ? guestOf(plan, asked) : briefed(plan, us.ror)[0]
  const [written, background] = await Promise.all([briefingsOf(db, plan.id), backgroundOf(db, plan.id)])
  const briefing = (guest && written[guest.id]) ?? noBriefing
  const done = c.req.method === 'GET' && c.req.query('done') === 'yes'
  return briefingPage(c, { held, background, guest, briefing, done, problem })
}
