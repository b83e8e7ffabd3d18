/** Naming and giving up the lead of a partnership. */

import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { idOf } from '#src/platform/id.ts'
import { formValues } from '#src/platform/people/index.ts'
import { acted } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdPartnership, type OfficersPartnership, seePartner } from './access.ts'
import type { Activity } from './activity-source.ts'
import { giveUpLead, nameLead } from './lead-partnership.ts'
import { partnerPage } from './partner-page.ts'
import { personRefusalWords } from './person-refusal-words.ts'
import { readPartner } from './read-partner.ts'
import { partnerRefusalWords } from './refusal-words.ts'

interface Parts {
  db: Db
  activity: Activity
}

export function leadRoutes({ db, activity }: Parts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.post('/partners/:ror/leads', async (c) => {
    const { person } = await formValues(c)
    return done(c, { db, activity }, (held) => nameLead(db, held, { person: idOf(person), at: c.var.now }))
  })

  app.post('/partners/:ror/leads/end', async (c) => {
    const { lead, handover = '' } = await formValues(c)
    const input = { lead: idOf(lead), handover: handover.trim().slice(0, 4000), at: c.var.now }
    return done(c, { db, activity }, (held) => giveUpLead(db, held, input))
  })
  return app
}

async function done(
  c: Context<WebEnv>,
  { db, activity }: Parts,
  act: (held: OfficersPartnership) => Promise<void>,
): Promise<Response> {
  const ror = c.req.param('ror') ?? ''
  const held = await holdPartnership(db, c.var.visitor, ror)
  return acted(c, {
    act: () => act(held),
    to: `/partners/${ror}?done=yes#leads`,
    words: { ...partnerRefusalWords, ...personRefusalWords },
    again: async (problem) => {
      const partner = await readPartner(db, activity, await seePartner(db, c.var.visitor, ror), c.var.now)
      return partnerPage(c, partner, { problem: { ...problem, act: '', reason: '' } })
    },
  })
}
