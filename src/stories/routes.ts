/** The addresses of the stories area. */
import { Hono } from 'hono'
import { plans } from '#src/ceremonies/index.ts'
import { institutions } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { isEditor, mayWrite, requireStaff, requireWriter, seeStory } from './access.ts'
import { idOf, type StoryContext, type StoryParts, showStory } from './answers.ts'
import { headlineOf } from './content.ts'
import { readContent } from './content-of.ts'
import { editRoutes } from './edit-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { listPage, type StoryList } from './list-page.ts'
import { mentionRoutes } from './mention-routes.ts'
import { waitingMentions } from './mention-store.ts'
import { newPage } from './new-page.ts'
import { offerRoutes } from './offer-routes.ts'
import { offers } from './offer-store.ts'
import { photoRoutes } from './photo-routes.ts'
import { officeImage, previewOf } from './preview.ts'
import { previewPage } from './preview-page.ts'
import { publicPhotoRoutes } from './public-photo-routes.ts'
import { heardStories, relatedOf } from './related-store.ts'
import { reviewRoutes } from './review-routes.ts'
import { startBlank, startFromCeremony } from './start-story.ts'
import { stories } from './store.ts'

export function storyRoutes(parts: StoryParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()
  app.route('/', mentionRoutes(parts))
  app.route('/', publicPhotoRoutes(parts))

  app.get('/stories', async (c) => {
    requireStaff(c.var.visitor)
    return listPage(c, await readList(db, c))
  })
  app.get('/stories/new', async (c) => {
    requireWriter(c.var.visitor)
    return newPage(c, { held: await heldCeremonies(db), chosen: c.req.query('ceremony') })
  })
  app.post('/stories', async (c) => {
    const writer = requireWriter(c.var.visitor)
    const { ceremony } = await formValues(c)
    const id = ceremony
      ? await startFromCeremony(db, writer, ceremony, c.var.now)
      : await startBlank(db, writer, c.var.now)
    return c.redirect(`/stories/${id}/edit`, 303)
  })

  app.route('/', offerRoutes(parts))
  app.route('/', linkRoutes(parts))
  app.get('/stories/:id', (c) => showStory(c, parts))
  app.get('/stories/:id/preview', (c) => preview(c, parts))
  app.route('/', editRoutes(parts))
  app.route('/', reviewRoutes(parts))
  app.route('/', photoRoutes(parts))
  return app
}

async function readList(db: Db, c: StoryContext): Promise<StoryList> {
  const all = await stories(db)
  const links = await relatedOf(
    db,
    all.map(({ id }) => id),
  )
  return {
    stories: all,
    offers: await offers(db),
    heard: await heardStories(db),
    mentions: await waitingMentions(db),
    broken: links.filter(({ problem }) => problem !== ''),
    institutions: await institutions(db),
    mayWrite: mayWrite(c.var.visitor),
    mayEdit: isEditor(c.var.visitor),
  }
}

async function heldCeremonies(db: Db) {
  const all = await plans(db)
  const held = all.filter(({ state }) => state === 'held' || state === 'closed')
  return held.sort((a, b) => Temporal.Instant.compare(b.startsAt, a.startsAt))
}

async function preview(c: StoryContext, { db }: StoryParts): Promise<Response> {
  const { story } = await seeStory(db, c.var.visitor, idOf(c))
  const { content, photos } = await readContent(db, story)
  const sizes = (number: number) => photos.find((photo) => photo.number === number)?.sizes ?? []
  const related = await relatedOf(db, [story.id])
  const shown = previewOf({ id: story.id, content, sizes, related }, c.var.now)
  return previewPage(c, shown, {
    image: officeImage(story.id),
    over: headlineOf(story.translations, c.var.language),
  })
}
