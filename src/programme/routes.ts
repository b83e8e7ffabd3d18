/** The addresses of programmes. */

import { type Context, Hono } from 'hono'
import { type Activity, ourInstitution, ownActivity, partnerRefusalWords } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { idOf } from '#src/platform/id.ts'
import { formValues } from '#src/platform/people/index.ts'
import { acted } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import {
  holdProgramme,
  mayKeepProgrammes,
  type OfficersProgramme,
  requireProgrammesOfficer,
  requireProgrammesReader,
  seeProgramme,
} from './access.ts'
import { addProgramme, changeProgramme, moveProgrammeOn } from './keep-programme.ts'
import { matchPage } from './match-page.ts'
import { programmeLifecycle, refuseProgramme } from './programme.ts'
import { type ProgrammeEditing, programmeEditPage } from './programme-edit-page.ts'
import { emptyProgramme, programmeDetails, readProgrammeForm } from './programme-form.ts'
import { type ProgrammeSaid, programmePage } from './programme-page.ts'
import { programmesPage } from './programmes-page.ts'
import { readMatch } from './read-match.ts'
import { readProgramme } from './read-programme.ts'
import { programmeRefusalWords } from './refusal-words.ts'
import { programmes } from './store.ts'
import { dropTarget, endTakingPart, letTakePart, setTarget, type TakingPart } from './take-part.ts'

const words = { ...partnerRefusalWords, ...programmeRefusalWords }

export interface ProgrammeParts {
  db: Db
  activity?: Activity
}

export function programmeRoutes({ db, activity = ownActivity }: ProgrammeParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const parts = { db, activity }

  app.get('/programmes', async (c) => {
    requireProgrammesReader(c.var.visitor)
    return programmesPage(c, await programmes(db), mayKeepProgrammes(c.var.visitor))
  })
  app.get('/programmes/new', (c) => {
    requireProgrammesOfficer(c.var.visitor)
    return programmeEditPage(c, { id: null, details: emptyProgramme, revision: 0 })
  })
  app.post('/programmes', async (c) => {
    const officer = requireProgrammesOfficer(c.var.visitor)
    const details = readProgrammeForm(await formValues(c))
    return saved(c, { id: null, details, revision: 0 }, () => addProgramme(db, officer, { details, at: c.var.now }))
  })
  app.get('/programmes/:id', (c) => show(c, parts, { done: c.req.query('done') === 'yes' }))
  app.get('/programmes/:id/edit', async (c) => {
    const { programme } = await holdProgramme(db, c.var.visitor, c.req.param('id'))
    return programmeEditPage(c, {
      id: programme.id,
      details: programmeDetails(programme),
      revision: programme.revision,
    })
  })
  app.post('/programmes/:id', async (c) => {
    const held = await holdProgramme(db, c.var.visitor, c.req.param('id'))
    const { programme } = held
    const values = await formValues(c)
    const [details, revision] = [readProgrammeForm(values), Number(values.revision) || 0]
    // After a colleague's save the form is carried on from theirs, with what they saved beside what differs.
    const theirs = programme.revision === revision ? undefined : programmeDetails(programme)
    const editing = { id: programme.id, details, revision: programme.revision, ...(theirs && { theirs }) }
    return saved(c, editing, async () => {
      await changeProgramme(db, held, { details, revision, at: c.var.now })
      return programme.id
    })
  })
  app.get('/partners/:ror/match', async (c) => {
    requireProgrammesReader(c.var.visitor)
    return matchPage(c, await readMatch(db, c.req.param('ror')))
  })
  acts(app, parts)
  return app
}

type Parts = Required<ProgrammeParts>

function acts(app: Hono<WebEnv>, parts: Parts): void {
  const { db } = parts
  app.post('/programmes/:id/steps', async (c) => {
    const { act, reason = '', successor } = await formValues(c)
    return done(c, parts, (held) => {
      const row = programmeLifecycle.find((r) => r.act === act) ?? refuseProgramme('programme_does_not_allow', {})
      const step = { act: row.act, reason: reason.slice(0, 4000), successor: idOf(successor), at: c.var.now }
      return moveProgrammeOn(db, held, step)
    })
  })
  app.post('/programmes/:id/join', (c) => takingPart(c, parts, letTakePart))
  app.post('/programmes/:id/leave', (c) => takingPart(c, parts, endTakingPart))
  app.post('/programmes/:id/targets', async (c) => {
    const values = await formValues(c)
    const of = (name: string) => (values[name] ?? '').trim().slice(0, 300)
    const target = { name: { en: of('name_en'), zh: of('name_zh') }, value: of('value'), byYear: Number(of('byYear')) }
    return done(c, parts, (held) => setTarget(db, held, { ...target, at: c.var.now }))
  })
  app.post('/programmes/:id/targets/drop', async (c) => {
    const target = idOf((await formValues(c)).target)
    return done(c, parts, (held) => dropTarget(db, held, { target, at: c.var.now }))
  })
}

type Part = (db: Db, held: OfficersProgramme, input: TakingPart) => Promise<void>

async function takingPart(c: Context<WebEnv>, parts: Parts, act: Part): Promise<Response> {
  const partner = ((await formValues(c)).partner ?? '').slice(0, 20)
  const { zone } = await ourInstitution(parts.db)
  const on = c.var.now.toZonedDateTimeISO(zone).toPlainDate()
  return done(c, parts, (held) => act(parts.db, held, { partner, on, at: c.var.now }))
}

async function show(c: Context<WebEnv>, { db, activity }: Parts, said: ProgrammeSaid): Promise<Response> {
  const seen = await seeProgramme(db, c.var.visitor, c.req.param('id') ?? '')
  return programmePage(
    c,
    await readProgramme(db, activity, seen, { now: c.var.now, grouping: c.req.query('grouping') ?? '' }),
    said,
  )
}

async function done(
  c: Context<WebEnv>,
  parts: Parts,
  act: (held: OfficersProgramme) => Promise<void>,
): Promise<Response> {
  const held = await holdProgramme(parts.db, c.var.visitor, c.req.param('id') ?? '')
  return acted(c, {
    act: () => act(held),
    to: `/programmes/${held.programme.id}?done=yes`,
    words,
    again: (problem) => show(c, parts, { problem }),
    refill: true,
  })
}

const saved = (c: Context<WebEnv>, editing: ProgrammeEditing, act: () => Promise<string>): Promise<Response> =>
  acted(c, {
    act,
    to: (id) => `/programmes/${id}?done=yes`,
    words,
    again: (problem) => programmeEditPage(c, { ...editing, problem }),
  })
