/**
 * A form pressed twice by an impatient finger is one form. Over a slow link a browser lets go of the first answer and sends the same
 * again: it is given the answer of the first, and nothing is done twice, nor refused as done already.
 *
 * Only a browser's own form counts (`Sec-Fetch-Mode: navigate`); what scripts send knows what it does. Once the browser has opened
 * another page, the same form again is meant.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { canonicalHash } from '#src/platform/canonical.ts'
import type { WebEnv } from '#src/platform/web.ts'

interface Sent {
  form: string
  at: Temporal.Instant
  /** Where the first led to; null where it was answered otherwise, as a refusal is. */
  led: Promise<string | null>
}

/** Longer than anybody waits before pressing again. */
const patience = { seconds: 15 }

/** To be mounted where the visitor is known: one person's forms are nobody else's. */
export function sentTwice(): MiddlewareHandler<WebEnv> {
  const last = new Map<string, Sent>()
  return async (c, next) => {
    const session = c.var.visitor?.session.id
    if (!session || c.req.header('sec-fetch-mode') !== 'navigate') return next()
    if (c.req.method !== 'POST') {
      last.delete(session)
      return next()
    }
    const form = await formOf(c)
    if (!form) return next()
    forget(last, c.var.now)
    const before = last.get(session)
    const led = before?.form === form ? await before.led : null
    if (led) return c.redirect(led, 303)
    const done = Promise.withResolvers<string | null>()
    last.set(session, { form, at: c.var.now, led: done.promise })
    try {
      await next()
    } finally {
      done.resolve(c.res.status === 303 ? c.res.headers.get('location') : null)
    }
  }
}

/** What a form says and where; files are too much to compare, and take long enough to be seen under way. */
async function formOf(c: Context<WebEnv>): Promise<string | undefined> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return undefined
  return canonicalHash([c.req.path, [...(await c.req.formData())].map(([name, value]) => [name, String(value)])])
}

function forget(last: Map<string, Sent>, now: Temporal.Instant): void {
  const since = now.subtract(patience)
  for (const [session, { at }] of last) if (Temporal.Instant.compare(at, since) < 0) last.delete(session)
}
