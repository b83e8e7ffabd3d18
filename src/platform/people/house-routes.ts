/** The people of the house, for administrators. */
import { type Context, Hono } from 'hono'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { actorOf, listAccounts } from './accounts.ts'
import { addAccount } from './add-account.ts'
import { approverDuties } from './approver-duties.ts'
import { giveRole, takeRole } from './change-roles.ts'
import { endAccount } from './end-account.ts'
import { formValues } from './form-values.ts'
import { houseAccount } from './house-access.ts'
import { accountFrom, limitedBy, roleFrom } from './house-forms.ts'
import { housePage } from './house-page.ts'
import { noScopes, type PeopleParts } from './people-config.ts'
import { personPage } from './person-page.ts'
import { requireRole } from './read-visitor.ts'

export function houseRoutes({ db, config, scopes }: PeopleParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const duties = () => approverDuties(db, config.approvalSteps)
  const parts = async () => (await scopes?.(db)) ?? noScopes
  app.get('/people', async (c) => {
    requireRole(c, 'administrator')
    return housePage(c, { accounts: await listAccounts(db), steps: await duties(), scopes: await parts() })
  })
  app.post('/people', async (c) => {
    const by = actorOf(requireRole(c, 'administrator'))
    const [values, steps] = [await formValues(c), await duties()]
    try {
      const add = { ...accountFrom(values, steps), by, now: c.var.now, invite: true }
      const { id } = await db.transaction().execute((tx) => addAccount(tx, add))
      return toPerson(c, id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return housePage(c, { accounts: await listAccounts(db), steps, scopes: await parts(), values, refusal: error })
    }
  })
  personRoutes(app, { db, config, scopes })
  return app
}

const toPerson = (c: Context<WebEnv>, id: string) => c.redirect(`/people/${id}`, 303)

function personRoutes(app: Hono<WebEnv>, { db, config, scopes }: Omit<PeopleParts, 'clock'>): void {
  const duties = () => approverDuties(db, config.approvalSteps)
  const parts = async () => (await scopes?.(db)) ?? noScopes
  app.get('/people/:id', async (c) => {
    const { listed } = await houseAccount(db, c, c.req.param('id'))
    return personPage(c, listed, { steps: await duties(), scopes: await parts() })
  })
  app.post('/people/:id/roles', async (c) => {
    const { listed, by } = await houseAccount(db, c, c.req.param('id'), 'in use')
    const values = await formValues(c)
    const role = limitedBy(roleFrom(values.role, await duties()), values, await parts())
    await db.transaction().execute((tx) => giveRole(tx, { account: listed.account.id, role, by, now: c.var.now }))
    return toPerson(c, listed.account.id)
  })
  app.post('/people/:id/roles/removal', async (c) => {
    const { listed, by } = await houseAccount(db, c, c.req.param('id'))
    const role = roleFrom((await formValues(c)).role, await duties(), listed.roles)
    await db.transaction().execute((tx) => takeRole(tx, { account: listed.account.id, role, by, now: c.var.now }))
    return toPerson(c, listed.account.id)
  })
  app.post('/people/:id/ending', async (c) => {
    const { listed, by } = await houseAccount(db, c, c.req.param('id'))
    const { reason } = await formValues(c)
    await db.transaction().execute((tx) => endAccount(tx, { account: listed.account.id, reason, by, now: c.var.now }))
    return toPerson(c, listed.account.id)
  })
}
