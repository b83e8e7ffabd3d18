/** Photographs as the public gets them: only approved ones, of published stories, whose use is permitted. */
import { Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { StoryContext, StoryParts } from './answers.ts'
import { findRendition, isPublicPhoto, pressFile } from './rendition-store.ts'

export function publicPhotoRoutes({ db }: StoryParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/photos/:sha256/:file', async (c) => {
    const { sha256, file } = c.req.param()
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Refusal('not_found', {}, 404)
    if (file === 'press.jpg') return answerPress(c, db, sha256)
    if (!(await isPublicPhoto(db, sha256))) throw new Refusal('not_found', {}, 404)
    return answerRendition(c, db, sha256, 'public')
  })
  return app
}

/**
 * Answers `960.webp`. A rendition never changes under its address, but a story may be withdrawn: an hour, not for ever.
 * @param whose `private` for what only the office may see
 */
export async function answerRendition(
  c: StoryContext,
  db: Db,
  original: string,
  whose: 'public' | 'private',
): Promise<Response> {
  const [, width, format] = /^(\d{1,5})\.(jpg|webp)$/.exec(c.req.param('file') ?? '') ?? []
  const sha256 = width && (await findRendition(db, original, Number(width), format as 'jpg' | 'webp'))
  if (!sha256) throw new Refusal('not_found', {}, 404)
  return send(c, db, sha256, `${whose}, max-age=3600`)
}

async function answerPress(c: StoryContext, db: Db, original: string): Promise<Response> {
  const sha256 = await pressFile(db, original)
  if (!sha256) throw new Refusal('not_found', {}, 404)
  c.header('Content-Disposition', `attachment; filename="photo-${original.slice(0, 8)}.jpg"`)
  return send(c, db, sha256, 'public, max-age=3600')
}

/** The file of a hash, as itself. */
export async function send(c: StoryContext, db: Db, sha256: string, caching: string): Promise<Response> {
  const tag = `"${sha256.slice(0, 32)}"`
  c.header('ETag', tag)
  c.header('Cache-Control', caching)
  if (c.req.header('if-none-match') === tag) return c.body(null, 304)
  const file = await getFile(db, sha256)
  if (!file) throw new Refusal('not_found', {}, 404)
  c.header('Content-Type', file.type)
  return c.body(new Uint8Array(file.bytes))
}
