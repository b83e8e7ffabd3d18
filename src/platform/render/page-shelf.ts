/** Page images of stored documents, drawn once for several readers. */
import type { Context } from 'hono'
import { sha256 } from '#src/platform/canonical.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { pageImages } from './draw.ts'
import type { PageImage } from './messages.ts'

export interface DrawnPage extends PageImage {
  /** SHA-256 of the image, in hexadecimal. */
  tag: string
}

export interface PageShelf {
  /** The pages of the stored file with this hash; undefined where they cannot be drawn. */
  pages(db: Db, documentHash: string): Promise<DrawnPage[] | undefined>
}

/** Documents whose pages are held in memory: about a megabyte each. */
const held = 6

/** A shelf for one node. What is asked for at the same time by several is drawn once; a failure is tried again. */
export function openPageShelf(): PageShelf {
  const shelf = new Map<string, Promise<DrawnPage[]>>()
  return {
    async pages(db, documentHash) {
      const found = shelf.get(documentHash) ?? draw(db, documentHash)
      shelf.delete(documentHash)
      shelf.set(documentHash, found)
      for (const oldest of [...shelf.keys()].slice(0, -held)) shelf.delete(oldest)
      try {
        return await found
      } catch (problem) {
        shelf.delete(documentHash)
        if (problem instanceof Refusal) return undefined
        throw problem
      }
    },
  }
}

async function draw(db: Db, documentHash: string): Promise<DrawnPage[]> {
  const file = await getFile(db, documentHash)
  if (!file) throw new Refusal('not_found', {}, 404)
  return (await pageImages(file.bytes)).map((image) => ({ ...image, tag: sha256(image.png) }))
}

/**
 * Answers with one page as an image; a browser that has it already keeps it.
 * @param name of the image in the address: the number of the page, then `.png`
 * @throws Refusal `not_found` where there is no such page
 */
export function answerPage(c: Context<WebEnv>, pages: DrawnPage[] | undefined, name: string): Response {
  const page = pages?.[Number.parseInt(name, 10) - 1]
  if (!page) throw new Refusal('not_found', {}, 404)
  const headers = { etag: `"${page.tag}"`, 'cache-control': 'private, max-age=3600' }
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
  return c.body(new Uint8Array(page.png), 200, { ...headers, 'content-type': 'image/png' })
}
