/** Slides: pages of an uploaded PDF, drawn once and kept as pictures. */
import type { Plan } from '#src/ceremonies/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile, putFile } from '#src/platform/files/index.ts'
import { announce } from '#src/platform/live/index.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type PageImage, pageImages } from '#src/platform/render/index.ts'
import type { ModeratorsStage } from './access.ts'
import { saveDeck, savePages, undrawnDeck } from './slides-store.ts'
import { refuse } from './stage.ts'
import { stageMessage } from './stage-message.ts'
import { stageTopic } from './store.ts'
import type { DrawnSlide } from './tables.ts'

/** Bytes of a document at most: in base64 it must fit into one message between nodes. */
export const largestSlides = 12 * 1024 * 1024

/** Pixels: what a hall's projector shows. */
const width = 1600

/** The ceremony that owns the slides: a rehearsal shows those of the day. */
export const deckOwner = ({ id, rehearsalOf }: Pick<Plan, 'id' | 'rehearsalOf'>): string => rehearsalOf ?? id

export interface UploadedSlides {
  item: string
  name: string
  pdf: Uint8Array
  at: Temporal.Instant
}

/** Puts a document to an item, on both nodes; the next one for the item takes its place. @throws Refusal where it cannot be drawn */
export async function uploadSlides(db: Db, held: ModeratorsStage, uploaded: UploadedSlides): Promise<void> {
  const { moderator, plan, us } = held
  const { item, pdf, at } = uploaded
  if (!plan.items.some(({ id }) => id === item)) refuse('stage_no_such_item')
  if (!isPdf(pdf)) refuse('stage_slides_not_pdf', {}, 422)
  if (pdf.length > largestSlides) throw new Refusal('file_too_large', { limit: largestSlides, size: pdf.length }, 413)
  const drawn = await pageImages(pdf, { width })
  const name = uploaded.name.slice(0, 200) || 'slides.pdf'
  const owner = { ...plan, id: deckOwner(plan) }
  await db.transaction().execute(async (tx) => {
    const file = await putFile(tx, pdf, 'application/pdf')
    const pages = await keep(tx, drawn)
    await saveDeck(tx, { ceremony: owner.id, item, file, name, party: us.ror, at, pages })
    const body = { item, name, at: at.toString(), pdf: Buffer.from(pdf).toString('base64') }
    const about = { kind: 'stage', id: owner.id }
    const then = [stageMessage(owner, 'slides', body)]
    await record(tx, { at, by: actorOf(moderator), about, act: 'stage.slides_given', detail: { item, name }, then })
    await announce(tx, stageTopic(plan.id))
  })
}

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

async function keep(tx: Parameters<typeof putFile>[0], images: PageImage[]): Promise<DrawnSlide[]> {
  const pages: DrawnSlide[] = []
  for (const image of images) {
    const sha256 = await putFile(tx, image.png, 'image/png')
    pages.push({ sha256, width: image.width, height: image.height })
  }
  return pages
}

/** Every few seconds: draws what came from the partner's node, one document at a time. */
export async function drawSlides(db: Db): Promise<void> {
  const deck = await undrawnDeck(db)
  if (!deck) return
  const pdf = (await getFile(db, deck.file))!.bytes
  const drawn = await pageImages(pdf, { width }).catch((problem: unknown) => {
    if (problem instanceof Refusal) return problem.reason
    throw problem
  })
  await db.transaction().execute(async (tx) => {
    const found = typeof drawn === 'string' ? { problem: drawn } : { pages: await keep(tx, drawn) }
    await savePages(tx, deck.file, found)
    await announce(tx, stageTopic(deck.ceremony))
  })
}
