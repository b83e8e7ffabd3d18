/** Where other nodes' logs come to be witnessed, mirrored and time-stamped. */
import { type Context, Hono } from 'hono'
import { replyType } from '#src/platform/timestamp/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { addCheckpoint, type NodeAnswer } from './add-checkpoint.ts'
import { addEntries } from './add-entries.ts'
import { stampPath } from './ask-stamp.ts'
import { giveStamp } from './give-stamp.ts'
import type { WitnessParts } from './parts.ts'

export function nodeRoutes({ db, house, neighbours, address, clock }: WitnessParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const answer = (c: Context<WebEnv>, { status, type, body }: NodeAnswer) =>
    c.body(body, status, { 'content-type': type, 'cache-control': 'no-store' })

  routes.post('/federation/log/add-checkpoint', async (c) =>
    answer(c, await addCheckpoint({ db, house, at: clock() }, await c.req.text())),
  )

  routes.post('/federation/log/add-entries', async (c) =>
    answer(c, await addEntries({ db, house, at: clock() }, new Uint8Array(await c.req.arrayBuffer()))),
  )

  routes.post(stampPath, async (c) => {
    const reply = await giveStamp(
      { db, house, neighbours, address, at: clock() },
      {
        body: new Uint8Array(await c.req.arrayBuffer()),
        contentType: c.req.header('content-type') ?? '',
        digest: c.req.header('content-digest'),
        input: c.req.header('signature-input'),
        signature: c.req.header('signature'),
      },
    )
    if (!reply) return c.json({ refused: 'not_a_paired_node' }, 401)
    return c.body(new Uint8Array(reply), 200, { 'content-type': replyType, 'cache-control': 'no-store' })
  })

  return routes
}
