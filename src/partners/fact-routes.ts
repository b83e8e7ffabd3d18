/** The addresses where officers keep facts and due diligence. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { acted } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { requirePartnersOfficer, seePartner } from './access.ts'
import { risks, topics } from './fact.ts'
import { factRefusalWords } from './fact-refusal-words.ts'
import { type FactsSaid, factsPage } from './facts-page.ts'
import { addFact, answerDiligence, checkFact, dropFact, type OfficersInstitution } from './keep-facts.ts'
import { readFacts } from './read-facts.ts'
import { partnerRefusalWords } from './refusal-words.ts'
import { ourInstitution } from './store.ts'

type Values = Partial<Record<string, string>>
const of = (values: Values, name: string, longest = 500) => (values[name] ?? '').trim().slice(0, longest)
const pair = (values: Values, name: string) => ({ en: of(values, `${name}_en`), zh: of(values, `${name}_zh`) })
const positionOf = (values: Values) => (/^\d{1,6}$/.test(values.position ?? '') ? Number(values.position) : -1)

export function factRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/partners/:ror/facts', async (c) => show(c, db, { done: c.req.query('done') === 'yes' }))

  app.post('/partners/:ror/facts', (c) =>
    done(c, db, (held, values, when) => {
      const fact = {
        label: pair(values, 'label'),
        value: pair(values, 'value'),
        source: of(values, 'source'),
        asOf: of(values, 'asOf', 10),
      }
      return addFact(db, held, { fact, ...when })
    }),
  )
  app.post('/partners/:ror/facts/check', (c) =>
    done(c, db, (held, values, when) => checkFact(db, held, { position: positionOf(values), ...when })),
  )
  app.post('/partners/:ror/facts/drop', (c) =>
    done(c, db, (held, values, when) => dropFact(db, held, { position: positionOf(values), ...when })),
  )
  app.post('/partners/:ror/diligence', (c) =>
    done(c, db, (held, values, when) => {
      const input = {
        topic: topics.find((topic) => topic === values.topic) ?? topics[0],
        risk: risks.find((risk) => risk === values.risk) ?? 'high',
        answer: of(values, 'answer', 4000),
        source: of(values, 'source'),
        answeredOn: of(values, 'answeredOn', 10),
        expiresOn: of(values, 'expiresOn', 10),
      }
      return answerDiligence(db, held, { input, ...when })
    }),
  )
  return app
}

async function hold(c: Context<WebEnv>, db: Db): Promise<OfficersInstitution> {
  const { institution } = await seePartner(db, c.var.visitor, c.req.param('ror') ?? '')
  return { officer: requirePartnersOfficer(c.var.visitor), institution }
}

async function show(c: Context<WebEnv>, db: Db, said: FactsSaid): Promise<Response> {
  return factsPage(c, await readFacts(db, await hold(c, db), c.var.now), said)
}

type Act = (
  held: OfficersInstitution,
  values: Values,
  when: { at: Temporal.Instant; today: Temporal.PlainDate },
) => Promise<void>

async function done(c: Context<WebEnv>, db: Db, act: Act): Promise<Response> {
  const held = await hold(c, db)
  const { zone } = await ourInstitution(db)
  const at = c.var.now
  const values = await formValues(c)
  return acted(c, {
    act: () => act(held, values, { at, today: at.toZonedDateTimeISO(zone).toPlainDate() }),
    to: `/partners/${held.institution.ror}/facts?done=yes`,
    words: { ...partnerRefusalWords, ...factRefusalWords },
    again: (problem) => show(c, db, { problem }),
    refill: true,
  })
}
