/** What audiences open: the stage, and the pictures of its slides. */

import { type Context, Hono } from 'hono'
import { findPlan, type Plan, seeCeremony } from '#src/ceremonies/index.ts'
import { getFile } from '#src/platform/files/index.ts'
import { isId } from '#src/platform/id.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { isOpenToAll } from './access.ts'
import type { StageParts } from './parts.ts'
import { deckOwner } from './slides.ts'
import { pageOf } from './slides-store.ts'
import { stagePage } from './stage-page.ts'
import { watchKey } from './watch-key.ts'

const notFound = (): never => {
  throw new Refusal('not_found', {}, 404)
}

export function liveRoutes(parts: StageParts): Hono<WebEnv> {
  const { db, broadcast, secretKey } = parts
  const routes = new Hono<WebEnv>()
  const pictures = openPictures()

  routes.get('/live/:id', async (c) => {
    const plan = await seen(c, parts)
    const present = (await broadcast.present(plan.id)) ?? notFound()
    const { now, language, visitor } = c.var
    const key = present.open ? null : watchKey(secretKey, plan.id, now)
    const meeting = visitor && plan.meeting ? `/ceremonies/${plan.id}/meeting` : null
    return page(c, stagePage({ ...present, plan, key, now, language, meeting }))
  })

  routes.get('/slides/:id/:page{[0-9a-f]{64}-[1-9][0-9]{0,2}\\.png}', async (c) => {
    const plan = await seen(c, parts)
    const [file, number] = c.req.param('page').split('-') as [string, string]
    const drawn = (await pageOf(db, deckOwner(plan), file, Number.parseInt(number, 10))) ?? notFound()
    const scope = isOpenToAll(plan) ? 'public' : 'private'
    const headers = { etag: `"${drawn.sha256}"`, 'cache-control': `${scope}, max-age=86400, immutable` }
    if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
    const png = await pictures(drawn.sha256, async () => (await getFile(db, drawn.sha256))?.bytes)
    return c.body(new Uint8Array(png ?? notFound()), 200, { ...headers, 'content-type': 'image/png' })
  })

  return routes
}

/** The ceremony, if whoever asks may watch it: everybody an open one, others whom `seeCeremony` lets in. */
async function seen(c: Context<WebEnv>, { db }: StageParts): Promise<Plan> {
  const id = c.req.param('id') ?? ''
  const plan = isId(id) ? await findPlan(db, id) : undefined
  if (plan && isOpenToAll(plan)) return plan
  return (await seeCeremony(db, c.var.visitor, id)).plan
}

/** Pictures held in memory at most: when a slide turns, thousands ask for the same one. */
const held = 24

function openPictures() {
  const shelf = new Map<string, Promise<Uint8Array | undefined>>()
  return (sha256: string, load: () => Promise<Uint8Array | undefined>) => {
    const found = shelf.get(sha256) ?? load()
    shelf.delete(sha256)
    shelf.set(sha256, found)
    for (const oldest of [...shelf.keys()].slice(0, -held)) shelf.delete(oldest)
    found.catch(() => shelf.delete(sha256))
    return found
  }
}
