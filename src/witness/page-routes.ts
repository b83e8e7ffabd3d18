/** The pages about the logs, and what can be taken away from them. */
import { type Context, Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { formatPolicy } from '#src/platform/tlog/index.ts'
import { refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { maySettle, requireAlarmSettler, requireLogReader } from './access.ts'
import { logsPage } from './logs-page.ts'
import type { WitnessParts } from './parts.ts'
import { policyWith, proofOf } from './proofs.ts'
import { readLogs } from './read-logs.ts'
import { settleAlarm } from './settle-alarm.ts'
import { notFound } from './tile-routes.ts'
import { witnessRefusalWords } from './words.ts'

export function pageRoutes(parts: WitnessParts): Hono<WebEnv> {
  const { db, house, third } = parts
  const routes = new Hono<WebEnv>()

  routes.get('/logs', async (c) => {
    const reader = requireLogReader(c.var.visitor)
    return logsPage(c, await readLogs(db, parts, c.var.now), { settles: maySettle(reader) })
  })

  routes.post('/logs/alarms/:id/settlement', async (c) => {
    const administrator = requireAlarmSettler(c.var.visitor)
    const { reason = '' } = await formValues(c)
    const asked = { id: c.req.param('id'), reason: reason.slice(0, 4000), at: c.var.now }
    try {
      await settleAlarm(db, administrator, asked)
      return c.redirect('/logs', 303)
    } catch (refusal) {
      return withWhatWasTyped(c, parts, asked, refusal)
    }
  })

  routes.get('/logs/entries/:file', async (c) => {
    requireLogReader(c.var.visitor)
    const name = c.req.param('file')
    const [, index, partner] = /^(\d{1,15})-(0[a-z0-9]{8})\.tlog-proof$/.exec(name) ?? notFound()
    const found = (await proofOf(db, house, Number(index), partner!)) ?? notFound()
    return file(c, found.proof, `entry-${name}`)
  })

  routes.get('/logs/policies/:file', async (c) => {
    requireLogReader(c.var.visitor)
    const [, partner] = /^(0[a-z0-9]{8})\.txt$/.exec(c.req.param('file')) ?? notFound()
    const policy = (await policyWith(db, house, partner!, third)) ?? notFound()
    return file(c, formatPolicy(policy), `policy-${partner}.txt`)
  })

  return routes
}

const file = (c: Context<WebEnv>, text: string, name: string) =>
  c.body(text, 200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  })

async function withWhatWasTyped(
  c: Context<WebEnv>,
  parts: WitnessParts,
  { id, reason }: { id: string; reason: string },
  refusal: unknown,
): Promise<Response> {
  if (!(refusal instanceof Refusal) || refusal.status !== 422) throw refusal
  const typed = { id, reason, problem: refusalText(refusal, witnessRefusalWords, c.var.language) }
  return logsPage(c, await readLogs(parts.db, parts, c.var.now), { settles: true, typed }, 422)
}
