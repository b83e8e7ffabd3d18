/** Page images of documents, drawn once for several readers. */
import { sha256 } from '#src/platform/canonical.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type PageImage, pageImages } from '#src/platform/render/index.ts'

export interface DrawnPage extends PageImage {
  /** SHA-256 of the image, in hexadecimal. */
  tag: string
}

export interface PageShelf {
  /** The pages of the document with this hash; undefined where they cannot be drawn. */
  pages(db: Db, documentHash: string): Promise<DrawnPage[] | undefined>
}

/** Documents whose pages are held in memory: about a megabyte each. */
const held = 6

/** A shelf for one process. What is asked for at the same time by several is drawn once; a failure is tried again. */
export function openShelf(): PageShelf {
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
