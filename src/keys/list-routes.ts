/** The lists of revoked certificates, for everyone: the address stands in each certificate. */
import { Hono } from 'hono'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { latestList } from './crl-store.ts'
import { currentCrl } from './current-crl.ts'
import type { KeyParts } from './parts.ts'

export function listRoutes({ db, house }: KeyParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  routes.get('/crl/:file{[0-9a-f]{64}\\.crl}', async (c) => {
    const authority = c.req.param('file').slice(0, 64)
    const list = (await latestList(db, authority)) ?? (await first(authority, c.var.now))
    if (!list) throw new Refusal('not_found', {}, 404)
    const headers = { 'content-type': 'application/pkix-crl', 'cache-control': 'public, max-age=3600' }
    return c.body(new Uint8Array(list.der), 200, headers)
  })

  /** Of the root in use only: a stranger makes us write at most one list. */
  async function first(authority: string, now: Temporal.Instant) {
    const list = await currentCrl(db, house, now)
    return list?.authority === authority ? list : undefined
  }

  return routes
}
