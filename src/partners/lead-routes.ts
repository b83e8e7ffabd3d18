/** Naming and giving up the lead of a partnership. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdPartnership, type OfficersPartnership, seePartner } from './access.ts'
import { giveUpLead, nameLead } from './lead-partnership.ts'
import { partnerPage } from './partner-page.ts'
import { personRefusalWords } from './person-refusal-words.ts'
import { readPartner } from './read-partner.ts'
import { partnerRefusalWords } from './refusal-words.ts'

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
const nobody = '00000000-0000-0000-0000-000000000000'

export function leadRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const id = (given = '') => (isUuid(given) ? given : nobody)

  app.post('/partners/:ror/leads', async (c) => {
    const { person } = await formValues(c)
    return done(c, db, (held) => nameLead(db, held, { person: id(person), at: c.var.now }))
  })

  app.post('/partners/:ror/leads/end', async (c) => {
    const { lead, handover = '' } = await formValues(c)
    const input = { lead: id(lead), handover: handover.trim().slice(0, 4000), at: c.var.now }
    return done(c, db, (held) => giveUpLead(db, held, input))
  })
  return app
}

async function done(c: Context<WebEnv>, db: Db, act: (held: OfficersPartnership) => Promise<void>): Promise<Response> {
  const ror = c.req.param('ror') ?? ''
  const held = await holdPartnership(db, c.var.visitor, ror)
  try {
    await act(held)
    return c.redirect(`/partners/${ror}?done=yes#leads`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const text = refusalText(refusal, { ...partnerRefusalWords, ...personRefusalWords }, c.var.language)
    const partner = await readPartner(db, await seePartner(db, c.var.visitor, ror), c.var.now)
    return partnerPage(c, partner, { problem: { text, status: refusal.status, act: '', reason: '' } })
  }
}
