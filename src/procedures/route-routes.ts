/** The addresses of the ways of approval and of approvers' duties. */
import { type Context, Hono } from 'hono'
import { ourUnits } from '#src/partners/index.ts'
import { idOf } from '#src/platform/id.ts'
import { actorOf, addApproverDuty, formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdProcedures, mayKeepProcedures, seeProcedures } from './access.ts'
import { answered, doneOf } from './answers.ts'
import type { Told } from './parts-view.ts'
import { readDeciders, readRoutes } from './read-procedures.ts'
import { blankRoute, readRouteForm } from './read-route-form.ts'
import { routePage } from './route-page.ts'
import { findRoute } from './route-store.ts'
import type { ProcedureParts } from './routes.ts'
import { routesPage } from './routes-page.ts'
import { moveRoute, retireRoute, saveRoute } from './save-route.ts'
import { agreementTypes } from './type-store.ts'

export function routeRoutes(parts: ProcedureParts): Hono<WebEnv> {
  const { db, approvalSteps } = parts
  const app = new Hono<WebEnv>()
  const show = async (c: Context<WebEnv>, told: Told) => {
    const visitor = seeProcedures(c.var.visitor)
    return routesPage(c, await readRoutes(db, { visitor, configured: approvalSteps, now: c.var.now }), told)
  }

  app.get('/procedures', (c) => show(c, doneOf(c)))

  app.get('/procedures/routes/blank', async (c) => {
    holdProcedures(c.var.visitor)
    return showRoute(c, parts, null, {})
  })

  app.get('/procedures/routes/:id', (c) => showRoute(c, parts, idOf(c.req.param('id')), doneOf(c)))
  app.post('/procedures/routes', (c) => save(c, parts, null))
  app.post('/procedures/routes/:id', (c) => save(c, parts, idOf(c.req.param('id'))))

  app.post('/procedures/routes/:id/order', async (c) => {
    const kept = holdProcedures(c.var.visitor)
    const way = (await formValues(c)).way === 'up' ? 'up' : 'down'
    const run = () => moveRoute(db, kept, { id: idOf(c.req.param('id')), way, at: c.var.now })
    return answered(c, '/procedures', { run, again: (told) => show(c, told) })
  })

  app.post('/procedures/routes/:id/use', async (c) => {
    const kept = holdProcedures(c.var.visitor)
    const retired = (await formValues(c)).retired === 'yes'
    const run = () => retireRoute(db, kept, { id: idOf(c.req.param('id')), retired, at: c.var.now })
    return answered(c, '/procedures', { run, again: (told) => show(c, told) })
  })

  app.post('/procedures/duties', async (c) => {
    const by = actorOf(holdProcedures(c.var.visitor).keeper)
    const { duty_en: en = '', duty_zh: zh = '' } = await formValues(c)
    const added = { label: { en, zh }, configured: approvalSteps, by, now: c.var.now }
    const run = () => db.transaction().execute((tx) => addApproverDuty(tx, added))
    return answered(c, '/procedures', { run, again: (told) => show(c, told) })
  })
  return app
}

/** @throws Refusal `not_found` */
async function showRoute(
  c: Context<WebEnv>,
  { db, approvalSteps }: ProcedureParts,
  id: string | null,
  told: Told,
): Promise<Response> {
  const visitor = seeProcedures(c.var.visitor)
  const found = id ? await findRoute(db, id) : undefined
  if (id && !found) throw new Refusal('not_found', {}, 404)
  const deciders = await readDeciders(db, approvalSteps)
  const meanwhile = told.refusal?.reason === 'changed_meanwhile' ? found : undefined
  const types = await agreementTypes(db)
  return routePage(
    c,
    {
      id,
      route: found ?? blankRoute,
      types,
      units: await ourUnits(db),
      deciders,
      mayKeep: mayKeepProcedures(visitor),
      meanwhile,
    },
    told,
  )
}

async function save(c: Context<WebEnv>, parts: ProcedureParts, id: string | null): Promise<Response> {
  const { db, approvalSteps } = parts
  const kept = holdProcedures(c.var.visitor)
  if (id && !(await findRoute(db, id))) throw new Refusal('not_found', {}, 404)
  const [fields, deciders] = [await formValues(c), await readDeciders(db, approvalSteps)]
  const run = async () => {
    const details = readRouteForm(fields, deciders)
    await saveRoute(db, kept, { id, details, revision: Number(fields.revision) || 0, at: c.var.now })
  }
  return answered(c, id ? `/procedures/routes/${id}` : '/procedures', {
    run,
    again: (told) => showRoute(c, parts, id, told),
  })
}
