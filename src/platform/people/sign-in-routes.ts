/** Signing in and out. */
import { type Context, Hono } from 'hono'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { listAccounts } from './accounts.ts'
import { admit } from './admit.ts'
import { approverDuties } from './approver-duties.ts'
import { beginSignIn, finishSignIn } from './assertions.ts'
import { dropCookie } from './cookies.ts'
import { formValues } from './form-values.ts'
import { localPath } from './local-path.ts'
import { oidcRoutes } from './oidc-routes.ts'
import { passkeyOptions } from './passkey-options.ts'
import type { PeopleParts } from './people-config.ts'
import { endSessions } from './sessions.ts'
import { checkLink, requestLink, useLink } from './sign-in-links.ts'
import { linkPage, linkSentPage, signInPage } from './sign-in-page.ts'
import { tryRoutes } from './try-routes.ts'

export function signInRoutes(parts: PeopleParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const { db } = parts
  // Whatever was refused, the visitor stands before all the ways in again, with the reason above them.
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error
    return showWays(c, parts, error)
  })
  app.get('/sign-in', async (c) => {
    if (c.var.visitor) return c.redirect(localPath(c.req.query('next')), 303)
    return showWays(c, parts)
  })
  app.post('/sign-out', async (c) => {
    const { visitor, now } = c.var
    if (visitor) await db.transaction().execute((tx) => endSessions(tx, visitor, { id: visitor.session.id }, now))
    dropCookie(c, parts.config, 'session')
    return c.redirect('/', 303)
  })
  linkRoutes(app, parts)
  passkeyRoutes(app, parts)
  if (parts.config.oidc) oidcRoutes(app, parts, parts.config.oidc)
  if (parts.config.tryIt) tryRoutes(app, parts)
  return app
}

async function showWays(
  c: Context<WebEnv>,
  { db, config }: PeopleParts,
  refusal?: Refusal,
  next = c.req.query('next'),
): Promise<Response> {
  const accounts = config.tryIt ? await listAccounts(db) : []
  return signInPage(c, {
    next: localPath(next),
    oidc: config.oidc !== undefined,
    tryPeople: accounts.filter((a) => a.endedAt === null),
    approvalSteps: await approverDuties(db, config.approvalSteps),
    refusal,
  })
}

function linkRoutes(app: Hono<WebEnv>, parts: PeopleParts): void {
  const { db, config } = parts
  app.post('/sign-in/link', async (c) => {
    const { email = '', next } = await formValues(c)
    const asked = { email, next, now: c.var.now, secretKey: config.secretKey }
    await db.transaction().execute((tx) => requestLink(tx, asked))
    return c.redirect('/sign-in/link', 303)
  })
  app.get('/sign-in/link', (c) => linkSentPage(c))
  app.get('/sign-in/link/:token', async (c) => {
    const token = c.req.param('token')
    const { no, leads } = await checkLink(db, token, c.var.now)
    // Opened again from the mail by whom it let in: on to the page it is about.
    if (leads && leads.account === c.var.visitor?.account.id) return c.redirect(localPath(leads.next), 303)
    if (!no) return linkPage(c, token)
    return showWays(c, parts, new Refusal(no, {}, no === 'link_unknown' ? 404 : 409), leads?.next)
  })
  app.post('/sign-in/link/:token', (c) =>
    admit(c, parts, async (tx) => ({ ...(await useLink(tx, c.req.param('token'), c.var.now)), method: 'link' })),
  )
}

function passkeyRoutes(app: Hono<WebEnv>, parts: PeopleParts): void {
  const { config } = parts
  app.post('/sign-in/passkey/options', (c) => passkeyOptions(c, async () => beginSignIn({ ...config, now: c.var.now })))
  app.post('/sign-in/passkey', async (c) => {
    const { response, next } = await formValues(c)
    const answer = { ...config, response, now: c.var.now }
    return admit(c, parts, async (tx) => ({
      account: (await finishSignIn(tx, answer)).account,
      method: 'passkey',
      next,
    }))
  })
}
