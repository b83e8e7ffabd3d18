/** Stories that partners ask us to approve. */
import { Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { requireEditor, seeOffer } from './access.ts'
import { answerOffer } from './answer-offer.ts'
import { idOf, problemOf, type StoryContext, type StoryParts, typed } from './answers.ts'
import { type OfferView, offerPage } from './offer-page.ts'
import { offerPhotos } from './offer-store.ts'
import { send } from './public-photo-routes.ts'

export function offerRoutes(parts: StoryParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()

  app.get('/stories/offers/:id', async (c) => {
    const asked = c.req.query('done')
    return showOffer(c, parts, { done: asked === 'approved' || asked === 'asked' ? asked : undefined })
  })
  app.get('/stories/offers/:id/photos/:file', async (c) => {
    const { offer } = await seeOffer(db, c.var.visitor, idOf(c))
    const number = Number(/^(\d{1,3})\.jpg$/.exec(c.req.param('file'))?.[1])
    const photo = offer.content.photos.find((one) => one.number === number)
    if (!photo) throw new Refusal('not_found', {}, 404)
    return send(c, db, photo.shared, 'private, max-age=3600')
  })
  app.post('/stories/offers/:id/answer', async (c) => {
    const editor = requireEditor(c.var.visitor)
    const { offer } = await seeOffer(db, editor, idOf(c))
    const fields = await formValues(c)
    const words = typed(fields, 'words')
    const decision = fields.decision === 'approved' ? 'approved' : 'changes_asked'
    try {
      await answerOffer(db, editor, offer, { decision, words, hash: typed(fields, 'hash'), at: c.var.now })
      return c.redirect(`/stories/offers/${offer.story}?done=${decision === 'approved' ? 'approved' : 'asked'}`, 303)
    } catch (refusal) {
      return showOffer(c, parts, { problem: { ...problemOf(c, refusal), typed: words } })
    }
  })
  return app
}

async function showOffer(c: StoryContext, { db }: StoryParts, said: Partial<OfferView>): Promise<Response> {
  const { offer, us, partner } = await seeOffer(db, c.var.visitor, idOf(c))
  return offerPage(c, { offer, here: await offerPhotos(db, offer.story), us, partner, ...said })
}
