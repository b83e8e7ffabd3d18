/** From a request to the person signed in. */
import type { Context, MiddlewareHandler } from 'hono'
import { parse } from 'hono/utils/cookie'
import type { Db } from '#src/platform/database/tables.ts'
import type { Clock } from '#src/platform/time.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { putCookie, sessionCookieName, takeCookie } from './cookies.ts'
import { refuse } from './refusals.ts'
import { findSession, slideSession } from './sessions.ts'
import { holds, type RoleName, type Visitor } from './visitor.ts'

export interface SessionConfig {
  publicUrl: string
  /** A session ends this many days after it was last used. */
  sessionDays: number
}

interface ReadVisitor {
  db: Db
  clock: Clock
  config: SessionConfig
}

/** Sets `c.var.now` and `c.var.visitor`. A session in use has its end moved on, at most every ten minutes. */
export function readVisitor({ db, clock, config }: ReadVisitor): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const now = clock()
    c.set('now', now)
    c.set('visitor', null)
    const token = takeCookie(c, config, 'session')
    const found = token ? await findSession(db, token, now) : undefined
    if (token && found) {
      c.set('visitor', found.visitor)
      if (Temporal.Instant.compare(found.lastSeenAt.add({ minutes: 10 }), now) <= 0) {
        await slideSession(db, found.visitor.session.id, now, config.sessionDays)
        putCookie(c, config, 'session', token, config.sessionDays * 86_400)
      }
    }
    return next()
  }
}

/** The visitor behind a Cookie header, for requests answered below the pages (live streams). */
export async function visitorOfCookie(
  { db, clock, config }: ReadVisitor,
  header: string | undefined,
): Promise<Visitor | null> {
  const token = parse(header ?? '')[sessionCookieName(config.publicUrl)]
  const found = token ? await findSession(db, token, clock()) : undefined
  return found?.visitor ?? null
}

/** @throws Refusal sign_in_first for the public */
export function requireVisitor(c: Context<WebEnv>): Visitor {
  return c.var.visitor ?? refuse('sign_in_first', {}, 401)
}

/** @throws Refusal sign_in_first for the public, role_needed for who lacks the role */
export function requireRole(c: Context<WebEnv>, role: RoleName, scope?: string): Visitor {
  const visitor = requireVisitor(c)
  if (!holds(visitor, role, scope)) refuse('role_needed', { role }, 403)
  return visitor
}

/** The sign-in page, leading back to the page asked for. */
export function signInAddress(c: Context<WebEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  const next = pathname + search
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}
