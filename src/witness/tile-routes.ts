/** The logs as static files (C2SP tlog-tiles): our own, and our copies of the partners'. Open to everyone. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { bundle, nodesOf, readTilePath, tileWidth, widthIn } from '#src/platform/tlog/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { cosignedCheckpoint, findCheckpoint, withCosignatures } from './checkpoint-store.ts'
import type { WitnessHouse } from './house.ts'
import { findLog, type Log, logs } from './log-store.ts'
import { originHash } from './origin-hash.ts'
import { entriesOf, nodesIn } from './tree-store.ts'

export const notFound = (): never => {
  throw new Refusal('not_found', {}, 404)
}

export function tileRoutes({ db, house }: { db: Db; house: WitnessHouse }): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const own = async () => (await findLog(db, house.origin)) ?? notFound()

  // Nodes reach each other below /federation only.
  for (const path of ['/log/checkpoint', '/federation/log/checkpoint'])
    routes.get(path, async (c) => {
      const log = await own()
      return headOf(c, db, log, log.size)
    })
  routes.get('/log/tile/*', async (c) => tile(c, db, await own(), c.req.path.slice('/log/'.length)))

  for (const mirror of ['/log/mirror/:origin', '/federation/log/mirror/:origin']) {
    routes.get(`${mirror}/checkpoint`, async (c) => {
      const log = await mirrored(db, c.req.param('origin') ?? '')
      const cosigned = await cosignedCheckpoint(db, log.origin, log.mirrored, [house.mirror.key.name])
      return headOf(c, db, log, cosigned?.size ?? notFound())
    })
    routes.get(`${mirror}/tile/*`, async (c) => {
      const log = await mirrored(db, c.req.param('origin') ?? '')
      return tile(c, db, log, c.req.path.slice(c.req.path.indexOf('/tile/') + 1))
    })
  }
  return routes
}

async function mirrored(db: Db, hash: string): Promise<Log> {
  return (await logs(db)).find((log) => !log.ours && originHash(log.origin) === hash) ?? notFound()
}

async function headOf(c: Context<WebEnv>, db: Db, { origin }: Log, size: number): Promise<Response> {
  const checkpoint = (await findCheckpoint(db, origin, size)) ?? notFound()
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=2' }
  return c.body(await withCosignatures(db, checkpoint), 200, headers)
}

const immutable = { 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable' }

/** A tile of any size the log has had: what is asked for never changes, so whoever holds it may keep it. */
async function tile(c: Context<WebEnv>, db: Db, log: Log, path: string): Promise<Response> {
  const asked = readTilePath(path) ?? notFound()
  const { level, index, width } = asked
  if (width > widthIn(log.size, asked)) return notFound()
  if (level === 'entries') {
    const from = index * tileWidth
    return c.body(new Uint8Array(bundle(await entriesOf(db, log.origin, from, from + width))), 200, immutable)
  }
  const hashes = await nodesIn(db, log.origin)(nodesOf({ level, index, width }))
  return c.body(new Uint8Array(Buffer.concat(hashes)), 200, immutable)
}
