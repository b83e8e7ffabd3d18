/** One's own account: passkeys, sessions, language. */
import { type Context, Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { accountPage } from './account-page.ts'
import { approverDuties } from './approver-duties.ts'
import { chooseAccountLanguage } from './choose-language.ts'
import { putCookie } from './cookies.ts'
import { formValues } from './form-values.ts'
import { passkeyOptions } from './passkey-options.ts'
import { namePasskey, passkeysOf, removePasskey } from './passkeys.ts'
import type { PeopleParts } from './people-config.ts'
import { requireVisitor } from './read-visitor.ts'
import { beginRegistration, finishRegistration } from './register-passkey.ts'
import { endSessions, sessionsOf } from './sessions.ts'
import { accountWords } from './words.ts'

export function accountRoutes(parts: PeopleParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const { db, config } = parts
  app.get('/account', async (c) => {
    const { account } = requireVisitor(c)
    const [passkeys, sessions, approvalSteps] = await Promise.all([
      passkeysOf(db, account.id),
      sessionsOf(db, account.id, c.var.now),
      approverDuties(db, config.approvalSteps),
    ])
    return accountPage(c, { passkeys, sessions, approvalSteps })
  })
  app.post('/account/language', async (c) => {
    const visitor = requireVisitor(c)
    const language = (await formValues(c)).language === 'zh' ? 'zh' : 'en'
    await chooseAccountLanguage(db, visitor, language)
    putCookie(c, config, 'language', language, 365 * 86_400)
    return back(c)
  })
  passkeyRoutes(app, parts)
  sessionRoutes(app, parts)
  return app
}

const back = (c: Context<WebEnv>) => c.redirect('/account', 303)

function passkeyRoutes(app: Hono<WebEnv>, { db, config }: PeopleParts): void {
  const { publicUrl } = config
  app.post('/account/passkeys/options', (c) => {
    const { account } = requireVisitor(c)
    const asked = { account, house: c.var.house.name.en, publicUrl, now: c.var.now }
    return passkeyOptions(c, () => db.transaction().execute((tx) => beginRegistration(tx, asked)))
  })
  app.post('/account/passkeys', async (c) => {
    const { account } = requireVisitor(c)
    const { name, response } = await formValues(c)
    const answer = {
      account,
      name,
      fallback: accountWords.passkey[c.var.language],
      response,
      publicUrl,
      now: c.var.now,
    }
    await db.transaction().execute((tx) => finishRegistration(tx, answer))
    return back(c)
  })
  app.post('/account/passkeys/:id/name', async (c) => {
    const visitor = requireVisitor(c)
    const { name = '' } = await formValues(c)
    await db.transaction().execute((tx) => namePasskey(tx, visitor, c.req.param('id'), name))
    return back(c)
  })
  app.post('/account/passkeys/:id/removal', async (c) => {
    const visitor = requireVisitor(c)
    await db.transaction().execute((tx) => removePasskey(tx, visitor, c.req.param('id'), c.var.now))
    return back(c)
  })
}

function sessionRoutes(app: Hono<WebEnv>, { db }: PeopleParts): void {
  app.post('/account/sessions/:id/ending', async (c) => {
    const visitor = requireVisitor(c)
    await db.transaction().execute((tx) => endSessions(tx, visitor, { id: c.req.param('id') }, c.var.now))
    return back(c)
  })
  app.post('/account/other-sessions/ending', async (c) => {
    const visitor = requireVisitor(c)
    await db.transaction().execute((tx) => endSessions(tx, visitor, 'others', c.var.now))
    return back(c)
  })
}
