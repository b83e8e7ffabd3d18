/** URLs of this area: the package of an agreement, for those who may see it, and for the public where it may. */
import { type Context, Hono } from 'hono'
import { findAgreement, seeAgreement } from '#src/agreements/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { buildPackage, mayBePublic } from './build-package.ts'
import { judgeFile } from './judge-file.ts'
import type { EvidenceParts } from './parts.ts'

export function evidenceRoutes(parts: EvidenceParts): Hono<WebEnv> {
  const { db } = parts
  const routes = new Hono<WebEnv>()

  routes.get('/agreements/:id/evidence.zip', async (c) => {
    const { agreement } = await seeAgreement(db, c.var.visitor, c.req.param('id'))
    return zip(c, await buildPackage(parts, agreement))
  })

  routes.get('/public-evidence/:file{[0-9a-f-]+\\.zip}', async (c) => {
    const id = c.req.param('file').slice(0, -'.zip'.length)
    const agreement = (await mayBePublic(db, id)) && (await findAgreement(db, id))
    if (!agreement) throw new Refusal('not_found', {}, 404)
    return zip(c, await buildPackage(parts, agreement))
  })

  routes.get('/verify/:file{judge\\.js}', (c) => judgeFile(c.req.header('accept-encoding')))

  return routes
}

const zip = (c: Context<WebEnv>, bytes: Uint8Array) =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="evidence.zip"',
    'cache-control': 'private, no-store',
  })
