/** Signing in as a person of the sample with one press. Registered on a try-it node only, which listens on loopback only. */
import type { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { listAccounts } from './accounts.ts'
import { admit } from './admit.ts'
import { approverDuties } from './approver-duties.ts'
import { formValues } from './form-values.ts'
import type { PeopleParts } from './people-config.ts'
import { refuse } from './refusals.ts'
import { tryPage } from './sign-in-page.ts'

export function tryRoutes(app: Hono<WebEnv>, parts: PeopleParts): void {
  const { db, config } = parts
  const find = async (id: string) =>
    (await listAccounts(db)).find((a) => a.account.id === id && a.endedAt === null) ?? refuse('not_found', {}, 404)
  app.get('/sign-in/try/:account', async (c) =>
    tryPage(c, await find(c.req.param('account')), await approverDuties(db, config.approvalSteps)),
  )
  app.post('/sign-in/try/:account', async (c) => {
    const { account } = await find(c.req.param('account'))
    const { next } = await formValues(c)
    return admit(c, parts, async () => ({ account: account.id, method: 'link', next }))
  })
}
