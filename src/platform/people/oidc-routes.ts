/** Signing in at the university's OpenID provider, where one is configured. */
import type { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { admit } from './admit.ts'
import { dropCookie, putCookie, takeCookie } from './cookies.ts'
import { type OidcConfig, openProvider } from './oidc-provider.ts'
import { accountOfPerson, beginOidc, takeOidc } from './oidc-sign-in.ts'
import type { PeopleParts } from './people-config.ts'

const callback = '/sign-in/oidc/callback'

export function oidcRoutes(app: Hono<WebEnv>, parts: PeopleParts, oidc: OidcConfig): void {
  const { db, config } = parts
  const { origin } = new URL(config.publicUrl)
  const provider = openProvider(oidc, origin + callback)

  // A plain link, not a form: `form-action 'self'` would stop a form's redirect to the provider.
  app.get('/sign-in/oidc', async (c) => {
    const { token, checks } = await db.transaction().execute((tx) => beginOidc(tx, c.req.query('next'), c.var.now))
    const address = await provider.address(checks)
    putCookie(c, config, 'oidc', token, 1200)
    return c.redirect(address.href, 302)
  })

  app.get(callback, async (c) => {
    const token = takeCookie(c, config, 'oidc')
    const { checks, next } = await db.transaction().execute((tx) => takeOidc(tx, token, c.var.now))
    dropCookie(c, config, 'oidc')
    const person = await provider.person(new URL(origin + callback + new URL(c.req.url).search), checks)
    const prove = { method: 'oidc', next } as const
    return admit(c, parts, async (tx) => ({ ...prove, account: await accountOfPerson(tx, person, c.var.now) }))
  })
}
