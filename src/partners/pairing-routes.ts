/** The addresses of pairings of units. */

import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { idOf } from '#src/platform/id.ts'
import { formValues } from '#src/platform/people/index.ts'
import { acted } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdPartnership, type OfficersPartnership, seePartner } from './access.ts'
import { movePairingOn, nameLeads, pairUnits } from './pair-units.ts'
import { type PairingsSaid, pairingsPage } from './pairings-page.ts'
import { readPairings } from './read-pairings.ts'
import { partnerRefusalWords } from './refusal-words.ts'
import { pairingLifecycle, refuseUnit } from './unit.ts'
import { readDisciplines } from './unit-form.ts'
import { unitRefusalWords } from './unit-refusal-words.ts'

const orNull = (given: string | undefined) => (given ? idOf(given) : null)

export function pairingRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/partners/:ror/pairings', (c) => show(c, db, { done: c.req.query('done') === 'yes' }))

  app.post('/partners/:ror/pairings', async (c) => {
    const values = await formValues(c)
    const input = {
      ours: idOf(values.ours),
      theirs: idOf(values.theirs),
      ourLead: orNull(values.our_lead),
      theirLead: orNull(values.their_lead),
      disciplines: readDisciplines(values, 'disciplines'),
      note: (values.note ?? '').trim().slice(0, 2000),
      at: c.var.now,
    }
    return done(c, db, (held) => pairUnits(db, held, input))
  })

  app.post('/partners/:ror/pairings/leads', async (c) => {
    const values = await formValues(c)
    const leads = { ourLead: orNull(values.our_lead), theirLead: orNull(values.their_lead) }
    const pairing = idOf(values.pairing)
    return done(c, db, (held) => nameLeads(db, held, { pairing, ...leads, at: c.var.now }))
  })

  app.post('/partners/:ror/pairings/steps', async (c) => {
    const { act, reason = '', pairing: id } = await formValues(c)
    const pairing = idOf(id)
    return done(c, db, (held) => {
      const row = pairingLifecycle.find((r) => r.act === act) ?? refuseUnit('pairing_does_not_allow', {})
      return movePairingOn(db, held, { pairing, act: row.act, reason: reason.slice(0, 2000), at: c.var.now })
    })
  })
  return app
}

async function show(c: Context<WebEnv>, db: Db, said: PairingsSaid): Promise<Response> {
  const seen = await seePartner(db, c.var.visitor, c.req.param('ror') ?? '')
  return pairingsPage(c, await readPairings(db, seen, c.var.now), said)
}

async function done(c: Context<WebEnv>, db: Db, act: (held: OfficersPartnership) => Promise<void>): Promise<Response> {
  const ror = c.req.param('ror') ?? ''
  const held = await holdPartnership(db, c.var.visitor, ror)
  return acted(c, {
    act: () => act(held),
    to: `/partners/${ror}/pairings?done=yes`,
    words: { ...partnerRefusalWords, ...unitRefusalWords },
    again: (problem) => show(c, db, { problem }),
    refill: true,
  })
}
