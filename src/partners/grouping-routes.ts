/** The addresses of groupings. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { acted } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { mayMovePartnership, requirePartnersOfficer, requirePartnersReader } from './access.ts'
import type { GroupingDetails } from './grouping.ts'
import { type GroupingSaid, groupingPage } from './grouping-page.ts'
import { groupings } from './grouping-store.ts'
import { groupingRefusalWords } from './grouping-words.ts'
import { type GroupingsView, groupingsPage } from './groupings-page.ts'
import {
  addGrouping,
  addMember,
  changeGrouping,
  dropGrouping,
  type OfficersGrouping,
  takeOutMember,
} from './keep-grouping.ts'
import { readGrouping, seeGrouping } from './read-grouping.ts'
import { partnerRefusalWords } from './refusal-words.ts'
import { ourInstitution } from './store.ts'

const words = { ...partnerRefusalWords, ...groupingRefusalWords }
type Values = Partial<Record<string, string>>

export function groupingRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/groupings', async (c) => {
    requirePartnersReader(c.var.visitor)
    return groupingsPage(c, await readGroupings(c, db))
  })
  app.post('/groupings', async (c) => {
    const officer = requirePartnersOfficer(c.var.visitor)
    const details = readDetails(await formValues(c))
    const when = await whenOf(c, db)
    return acted(c, {
      act: () => addGrouping(db, officer, { details, ...when }),
      to: (id) => `/groupings/${id}?done=yes#find`,
      words,
      again: async (problem) => groupingsPage(c, { ...(await readGroupings(c, db)), typed: details, problem }),
    })
  })
  app.get('/groupings/:id', (c) => show(c, db, { done: c.req.query('done') === 'yes' }))
  app.post('/groupings/:id', async (c) => {
    const values = await formValues(c)
    const input = { details: readDetails(values), revision: Number(values.revision) || 0, ...(await whenOf(c, db)) }
    return done(c, db, { act: (held) => changeGrouping(db, held, input) })
  })
  app.post('/groupings/:id/drop', (c) =>
    done(c, db, { act: (held) => dropGrouping(db, held, c.var.now), to: '/groupings' }),
  )
  app.post('/groupings/:id/members', async (c) => {
    const { ror = '', q = '' } = await formValues(c)
    const act = (held: OfficersGrouping) => addMember(db, held, { ror: ror.slice(0, 20), at: c.var.now })
    const typed = new URLSearchParams({ done: 'yes', ...(q && { q: q.slice(0, 200) }) })
    return done(c, db, { act, to: `/groupings/${c.req.param('id')}?${typed}#find` })
  })
  app.post('/groupings/:id/members/drop', async (c) => {
    const { ror = '' } = await formValues(c)
    return done(c, db, { act: (held) => takeOutMember(db, held, { ror: ror.slice(0, 20), at: c.var.now }) })
  })
  return app
}

const emptyDetails = (today: Temporal.PlainDate): GroupingDetails => ({
  name: { en: '', zh: '' },
  source: '',
  asOf: today.toString(),
  public: false,
})

async function readGroupings(c: Context<WebEnv>, db: Db): Promise<GroupingsView> {
  const { today } = await whenOf(c, db)
  return { all: await groupings(db), mayKeep: mayMovePartnership(c.var.visitor), typed: emptyDetails(today) }
}

function readDetails(values: Values): GroupingDetails {
  const of = (name: string, longest = 200) => (values[name] ?? '').trim().slice(0, longest)
  const name = { en: of('name_en'), zh: of('name_zh') }
  return { name, source: of('source', 500), asOf: of('asOf', 10), public: values.public === 'yes' }
}

async function whenOf(c: Context<WebEnv>, db: Db) {
  const { zone } = await ourInstitution(db)
  return { at: c.var.now, today: c.var.now.toZonedDateTimeISO(zone).toPlainDate() }
}

async function show(c: Context<WebEnv>, db: Db, said: GroupingSaid): Promise<Response> {
  const seen = await seeGrouping(db, c.var.visitor, c.req.param('id') ?? '')
  return groupingPage(c, await readGrouping(db, seen, (c.req.query('q') ?? '').slice(0, 200)), said)
}

interface Doing {
  act: (held: OfficersGrouping) => Promise<void>
  to?: string
}

async function done(c: Context<WebEnv>, db: Db, { act, to }: Doing): Promise<Response> {
  const { grouping } = await seeGrouping(db, c.var.visitor, c.req.param('id') ?? '')
  const held = { officer: requirePartnersOfficer(c.var.visitor), grouping }
  return acted(c, {
    act: () => act(held),
    to: to ?? `/groupings/${grouping.id}?done=yes`,
    words,
    again: (problem) => show(c, db, { problem }),
    refill: true,
  })
}
