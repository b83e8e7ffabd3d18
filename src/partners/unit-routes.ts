/** The addresses of units and their pairings. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { acted } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { mayKeepPeople, requirePartnersOfficer, seePartner } from './access.ts'
import { addUnit, changeUnit, enterUnits, type OfficersUnits } from './enter-units.ts'
import { readUnit, seeUnit } from './read-unit.ts'
import { partnerRefusalWords } from './refusal-words.ts'
import { ourInstitution } from './store.ts'
import { type UnitEditing, unitEditPage } from './unit-edit-page.ts'
import { emptyUnit, readUnitForm, unitDetails } from './unit-form.ts'
import { unitPage } from './unit-page.ts'
import { unitRefusalWords } from './unit-refusal-words.ts'
import { unitsOf } from './unit-store.ts'
import { type UnitsView, unitsPage } from './units-page.ts'

const refusalWords = { ...partnerRefusalWords, ...unitRefusalWords }

export function unitRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/units', async (c) => {
    const { ror } = await ourInstitution(db)
    return c.redirect(`/partners/${ror}/units`, 303)
  })

  app.get('/partners/:ror/units', async (c) => unitsPage(c, await readUnits(c, db)))

  app.get('/partners/:ror/units/new', async (c) => {
    const { institution } = await holdUnits(c, db)
    const units = await unitsOf(db, [institution.ror])
    return unitEditPage(c, { id: null, details: emptyUnit, units, institution, revision: 0 })
  })

  app.post('/partners/:ror/units', async (c) => {
    const held = await holdUnits(c, db)
    const { institution } = held
    const details = readUnitForm(await formValues(c))
    const editing = { id: null, details, institution, revision: 0, units: await unitsOf(db, [institution.ror]) }
    return saved(c, editing, () => addUnit(db, held, { details, at: c.var.now }))
  })

  app.post('/partners/:ror/units/lines', async (c) => {
    const held = await holdUnits(c, db)
    const lines = ((await formValues(c)).lines ?? '').slice(0, 40_000)
    return acted(c, {
      act: () => enterUnits(db, held, { lines, at: c.var.now }),
      to: (entered) => `/partners/${held.institution.ror}/units?entered=${entered}`,
      words: refusalWords,
      again: async (problem) => unitsPage(c, { ...(await readUnits(c, db)), typed: lines, problem }),
    })
  })

  app.get('/units/:id', async (c) => {
    const view = await readUnit(db, c.var.visitor, c.req.param('id'), c.var.now)
    return unitPage(c, view, c.req.query('done') === 'yes')
  })

  app.get('/units/:id/edit', async (c) => {
    const { unit, institution, units } = await holdUnit(c, db)
    return unitEditPage(c, { id: unit.id, details: unitDetails(unit), units, institution, revision: unit.revision })
  })

  app.post('/units/:id', async (c) => {
    const held = await holdUnit(c, db)
    const { unit } = held
    const values = await formValues(c)
    const [details, revision] = [readUnitForm(values), Number(values.revision) || 0]
    // After a colleague's save the form is carried on from theirs, with what they saved beside what differs.
    const theirs = unit.revision === revision ? undefined : unitDetails(unit)
    return saved(c, { ...held, id: unit.id, details, revision: unit.revision, theirs }, async () => {
      await changeUnit(db, held, { details, revision, at: c.var.now })
      return unit.id
    })
  })

  return app
}

async function readUnits(c: Context<WebEnv>, db: Db): Promise<UnitsView> {
  const { visitor, institution } = await seePartner(db, c.var.visitor, c.req.param('ror') ?? '')
  const entered = /^\d{1,4}$/.exec(c.req.query('entered') ?? '')
  const units = await unitsOf(db, [institution.ror])
  return { institution, units, mayEnter: mayKeepPeople(visitor), ...(entered && { entered: Number(entered[0]) }) }
}

/** An officer about to enter units of a university of our register. */
async function holdUnits(c: Context<WebEnv>, db: Db): Promise<OfficersUnits> {
  const { institution } = await seePartner(db, c.var.visitor, c.req.param('ror') ?? '')
  return { officer: requirePartnersOfficer(c.var.visitor), institution }
}

async function holdUnit(c: Context<WebEnv>, db: Db) {
  const seen = await seeUnit(db, c.var.visitor, c.req.param('id') ?? '')
  return { officer: requirePartnersOfficer(c.var.visitor), ...seen }
}

const saved = (c: Context<WebEnv>, editing: UnitEditing, act: () => Promise<string>): Promise<Response> =>
  acted(c, {
    act,
    to: (id) => `/units/${id}?done=yes`,
    words: refusalWords,
    again: (problem) => unitEditPage(c, { ...editing, problem }),
  })
