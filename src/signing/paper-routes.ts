/** The papers: revision 0, the document as far as it is signed, its pages as images, root certificates. */
import { type Context, Hono } from 'hono'
import { findVersion } from '#src/agreements/index.ts'
import { ownRoots } from '#src/keys/index.ts'
import { ourInstitution } from '#src/partners/index.ts'
import { getFile } from '#src/platform/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { answerPage } from '#src/platform/render/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { seeSession, seeSigning } from './access.ts'
import type { SigningParts } from './parts.ts'
import { signedHash } from './signed-file.ts'

const notFound = (): never => {
  throw new Refusal('not_found', {}, 404)
}

export function paperRoutes({ db, rootOf, shelf }: SigningParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  routes.get('/agreements/:id/agreement.pdf', async (c) => {
    const seen = await seeSigning(db, c.var.visitor, c.req.param('id'))
    const hash = (await signedHash(db, seen)) ?? seen.agreement.frozen?.documentHash ?? notFound()
    return pdf(c, db, hash, await nameOf(db, seen.agreement))
  })

  routes.get('/agreements/:id/revision-0.pdf', async (c) => {
    const { agreement } = await seeSigning(db, c.var.visitor, c.req.param('id'))
    const title = await nameOf(db, agreement)
    return pdf(c, db, agreement.frozen?.documentHash ?? notFound(), {
      ascii: 'revision-0',
      full: `${title.full} (revision 0)`,
    })
  })

  routes.get('/signing/:session/pages/:page{[1-9][0-9]{0,2}\\.png}', async (c) => {
    const { session } = await seeSession(db, c.var.visitor, c.req.param('session'))
    return answerPage(c, await shelf.pages(db, session.documentHash), c.req.param('page'))
  })

  routes.get('/roots/:file{0[a-z0-9]{8}\\.pem}', async (c) => {
    const ror = c.req.param('file').slice(0, 9)
    const root = ror === (await ourInstitution(db)).ror ? await ownRoots(db) : ((await rootOf(db, ror)) ?? notFound())
    const name = `chirograph-root-${ror}.pem`
    return c.body(root, 200, {
      'content-type': 'application/x-pem-file',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

  return routes
}

interface FileName {
  ascii: string
  full: string
}

async function nameOf(db: SigningParts['db'], { id, version }: { id: string; version: number }): Promise<FileName> {
  const title = (await findVersion(db, id, version))?.text.title
  return { ascii: 'agreement', full: title ? `${title.en} ${title.zh}` : 'agreement' }
}

/** The file under both its plain and its full name, in both languages (RFC 6266). */
async function pdf(c: Context<WebEnv>, db: SigningParts['db'], hash: string, name: FileName): Promise<Response> {
  const file = (await getFile(db, hash)) ?? notFound()
  const full = encodeURIComponent(`${name.full.replace(/[\\/:*?"<>|]/g, ' ')}.pdf`).replace(
    /['()]/g,
    (x) => `%${x.charCodeAt(0).toString(16)}`,
  )
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name.ascii}.pdf"; filename*=UTF-8''${full}`,
    etag: `"${hash}"`,
    'cache-control': 'private, no-cache',
  })
}
