/** Lets somebody in: a fresh session, its cookie, and on to the page asked for. */
import type { Context } from 'hono'
import type { Tx } from '#src/platform/database/tables.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { putCookie, takeCookie } from './cookies.ts'
import { localPath } from './local-path.ts'
import type { PeopleParts } from './people-config.ts'
import { beginSession } from './sessions.ts'
import type { Visitor } from './visitor.ts'

export interface Proven {
  account: string
  method: Visitor['session']['method']
  next?: string
}

/** Proves who it is and begins the session in one transaction; the cookie is set only once that holds. */
export async function admit(
  c: Context<WebEnv>,
  { db, config }: PeopleParts,
  prove: (tx: Tx) => Promise<Proven>,
): Promise<Response> {
  const { next, session } = await db.transaction().execute(async (tx) => {
    const { account, method, next } = await prove(tx)
    const session = await beginSession(tx, {
      account,
      method,
      previous: takeCookie(c, config, 'session'),
      browser: c.req.header('user-agent') ?? '',
      now: c.var.now,
      sessionDays: config.sessionDays,
    })
    return { next, session }
  })
  putCookie(c, config, 'session', session.token, config.sessionDays * 86_400)
  return c.redirect(localPath(next), 303)
}
