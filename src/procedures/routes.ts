/** The addresses of the house's procedures. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { idOf } from '#src/platform/id.ts'
import { type ApprovalStep, formValues } from '#src/platform/people/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdPlace, holdProcedures, mayKeepProcedures, seeProcedures } from './access.ts'
import { answered, doneOf } from './answers.ts'
import { authorityPage } from './authority-page.ts'
import { endAuthority, giveAuthority } from './give-authority.ts'
import type { Told } from './parts-view.ts'
import { readAuthorityForm, readTypeForm } from './read-forms.ts'
import { readAuthority, readStandIns } from './read-procedures.ts'
import { routeRoutes } from './route-routes.ts'
import { routes as storedRoutes } from './route-store.ts'
import { saveType, setTargets } from './save-type.ts'
import { endStandIn, nameStandIn } from './stand-in.ts'
import { standInsPage } from './stand-ins-page.ts'
import { type Stage, stages } from './tables.ts'
import { templateRoutes } from './template-routes.ts'
import { agreementTypes, stageTargets } from './type-store.ts'
import { targetsPage, typesPage } from './types-page.ts'

export interface ProcedureParts {
  db: Db
  /** The steps of approval the configuration names. */
  approvalSteps: ApprovalStep[]
}

export function procedureRoutes(parts: ProcedureParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.route('/', routeRoutes(parts))
  app.route('/', templateRoutes(parts))
  standInRoutes(app, parts)
  authorityRoutes(app, parts)
  typeRoutes(app, parts)
  return app
}

function standInRoutes(app: Hono<WebEnv>, { db, approvalSteps }: ProcedureParts): void {
  const show = async (c: Context<WebEnv>, told: Told) => {
    const visitor = seeProcedures(c.var.visitor)
    return standInsPage(c, await readStandIns(db, { visitor, configured: approvalSteps, now: c.var.now }), told)
  }
  app.get('/procedures/stand-ins', (c) => show(c, doneOf(c)))

  app.post('/procedures/stand-ins', async (c) => {
    const { person, by, duty = '', from = '', to = '', reason = '' } = await formValues(c)
    const held = holdPlace(c.var.visitor, idOf(person))
    const input = { by: idOf(by), duty, from, to, reason: reason.slice(0, 500), at: c.var.now }
    return answered(c, '/procedures/stand-ins', { run: () => nameStandIn(db, held, input), again: (t) => show(c, t) })
  })

  app.post('/procedures/stand-ins/end', async (c) => {
    const { person, id } = await formValues(c)
    const held = holdPlace(c.var.visitor, idOf(person))
    const run = () => endStandIn(db, held, { id: idOf(id), at: c.var.now })
    return answered(c, '/procedures/stand-ins', { run, again: (t) => show(c, { refusal: t.refusal }) })
  })
}

function authorityRoutes(app: Hono<WebEnv>, { db, approvalSteps }: ProcedureParts): void {
  const show = async (c: Context<WebEnv>, told: Told) => {
    const visitor = seeProcedures(c.var.visitor)
    return authorityPage(c, await readAuthority(db, { visitor, configured: approvalSteps, now: c.var.now }), told)
  }
  app.get('/procedures/authority', (c) => show(c, doneOf(c)))

  app.post('/procedures/authority', async (c) => {
    const kept = holdProcedures(c.var.visitor)
    const [fields, types] = [await formValues(c), await agreementTypes(db)]
    const run = async () => giveAuthority(db, kept, { given: readAuthorityForm(fields, types), at: c.var.now })
    return answered(c, '/procedures/authority', { run, again: (told) => show(c, told) })
  })

  app.post('/procedures/authority/end', async (c) => {
    const kept = holdProcedures(c.var.visitor)
    const { id } = await formValues(c)
    const run = () => endAuthority(db, kept, { id: idOf(id), at: c.var.now })
    return answered(c, '/procedures/authority', { run, again: (t) => show(c, { refusal: t.refusal }) })
  })
}

function typeRoutes(app: Hono<WebEnv>, { db }: ProcedureParts): void {
  const show = async (c: Context<WebEnv>, told: Told) => {
    const mayKeep = mayKeepProcedures(seeProcedures(c.var.visitor))
    return typesPage(c, { types: await agreementTypes(db), routes: await storedRoutes(db), mayKeep }, told)
  }
  const showTargets = async (c: Context<WebEnv>, told: Told) => {
    const mayKeep = mayKeepProcedures(seeProcedures(c.var.visitor))
    return targetsPage(c, { days: await stageTargets(db), mayKeep }, told)
  }
  app.get('/procedures/types', (c) => show(c, doneOf(c)))
  app.get('/procedures/targets', (c) => showTargets(c, doneOf(c)))

  app.post('/procedures/types', async (c) => {
    const kept = holdProcedures(c.var.visitor)
    const input = { ...readTypeForm(await formValues(c)), at: c.var.now }
    return answered(c, '/procedures/types', { run: () => saveType(db, kept, input), again: (told) => show(c, told) })
  })

  app.post('/procedures/targets', async (c) => {
    const kept = holdProcedures(c.var.visitor)
    const fields = await formValues(c)
    const days = Object.fromEntries(stages.map((s) => [s, Number(fields[s] || Number.NaN)])) as Record<Stage, number>
    const run = () => setTargets(db, kept, { days, at: c.var.now })
    return answered(c, '/procedures/targets', { run, again: (told) => showTargets(c, told) })
  })
}
