/** Photographs as the office sees and changes them. */
import { Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdStory, seeStory, type WritersStory } from './access.ts'
import { addPhoto, largestPhoto } from './add-photo.ts'
import { type Fields, idOf, problemOf, type StoryContext, type StoryParts, typed } from './answers.ts'
import { approvePhoto, notePermission } from './approve-photo.ts'
import { moveForward, type PhotoText, photoNumbered, savePhotoText, takeOutPhoto } from './change-photo.ts'
import { photosOf } from './photo-store.ts'
import { type PhotoDone, photoDoneWords } from './photo-words.ts'
import { type PhotosView, photosPage } from './photos-page.ts'
import { answerRendition } from './public-photo-routes.ts'

const purposes = ['site', 'press', 'internal'] as const

export function photoRoutes(parts: StoryParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()

  app.get('/stories/:id/photos', async (c) => {
    const done = c.req.query('done') ?? ''
    return showPhotos(c, parts, { done: Object.hasOwn(photoDoneWords, done) ? (done as PhotoDone) : undefined })
  })
  app.get('/stories/:id/photos/:n/:file', async (c) => {
    const { story } = await seeStory(db, c.var.visitor, idOf(c))
    const photo = photoNumbered(await photosOf(db, story.id), numberOf(c))
    return answerRendition(c, db, photo.original, 'private')
  })
  app.post('/stories/:id/photos', async (c) => {
    const held = await holdStory(db, c.var.visitor, idOf(c))
    const files = (await c.req.parseBody({ all: true })).photos
    return answer(c, parts, { done: 'added' }, () => addAll(c, parts, held, [files].flat()))
  })
  app.post('/stories/:id/photos/:n', async (c) => {
    const held = await holdStory(db, c.var.visitor, idOf(c))
    const fields = await formValues(c)
    const input = { number: numberOf(c), text: textFrom(fields), stamp: typed(fields, 'stamp'), at: c.var.now }
    return answer(c, parts, { done: 'saved', typed: input.text }, () => savePhotoText(db, held, input))
  })
  app.route('/', photoActRoutes(parts))
  return app
}

function photoActRoutes(parts: StoryParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()

  app.post('/stories/:id/photos/:n/approve', async (c) => {
    const held = await holdStory(db, c.var.visitor, idOf(c))
    const input = { number: numberOf(c), stamp: typed(await formValues(c), 'stamp'), at: c.var.now }
    return answer(c, parts, { done: 'approved' }, () => approvePhoto(db, held, input))
  })
  app.post('/stories/:id/photos/:n/permit', async (c) => {
    const held = await holdStory(db, c.var.visitor, idOf(c))
    const fields = await formValues(c)
    const purpose = purposes.find((one) => one === fields.purpose) ?? 'internal'
    const given = { givenBy: typed(fields, 'given_by', 200), givenOn: typed(fields, 'given_on') }
    const input = { number: numberOf(c), purpose, ...given, at: c.var.now }
    return answer(c, parts, { done: 'permitted' }, () => notePermission(db, held, input))
  })
  for (const [act, done, run] of [
    ['forward', 'moved', moveForward],
    ['remove', 'taken_out', takeOutPhoto],
  ] as const)
    app.post(`/stories/:id/photos/:n/${act}`, async (c) => {
      const held = await holdStory(db, c.var.visitor, idOf(c))
      return answer(c, parts, { done }, () => run(db, held, { number: numberOf(c), at: c.var.now }))
    })
  return app
}

const numberOf = (c: StoryContext): number => Number(c.req.param('n'))

const textFrom = (fields: Fields): PhotoText => ({
  caption: { en: typed(fields, 'caption_en', 1000), zh: typed(fields, 'caption_zh', 1000) },
  alt: { en: typed(fields, 'alt_en', 1000), zh: typed(fields, 'alt_zh', 1000) },
  decorative: fields.decorative === 'yes',
  creator: typed(fields, 'creator', 200),
  credit: typed(fields, 'credit', 200),
  rights: typed(fields, 'rights', 200),
  people: typed(fields, 'people', 1000),
  takenAt: typed(fields, 'taken_at', 40),
})

/** One after the other: each is in the story before the next is looked at, and none is half there. */
async function addAll(c: StoryContext, { db }: StoryParts, held: WritersStory, files: unknown[]): Promise<void> {
  const sent = files.filter((file): file is File => file instanceof File && file.size > 0)
  if (sent.length === 0) throw new Refusal('file_empty', {}, 422)
  for (const file of sent) {
    if (file.size > largestPhoto) throw new Refusal('file_too_large', { limit: largestPhoto, size: file.size }, 413)
    await addPhoto(db, held, { bytes: new Uint8Array(await file.arrayBuffer()), at: c.var.now })
  }
}

/** What is refused comes back on the photographs' page, with what was typed. */
async function answer(
  c: StoryContext,
  parts: StoryParts,
  o: { done: PhotoDone; typed?: PhotoText },
  run: () => Promise<unknown>,
): Promise<Response> {
  const n = c.req.param('n')
  try {
    await run()
    return c.redirect(`/stories/${idOf(c)}/photos?done=${o.done}${n ? `#photo-${n}` : ''}`, 303)
  } catch (refusal) {
    const problem = { ...problemOf(c, refusal), number: n ? Number(n) : undefined, typed: o.typed }
    return showPhotos(c, parts, { problem })
  }
}

async function showPhotos(c: StoryContext, { db }: StoryParts, said: Partial<PhotosView>): Promise<Response> {
  const seen = await seeStory(db, c.var.visitor, idOf(c))
  return photosPage(c, { seen, photos: await photosOf(db, seen.story.id), ...said })
}
