/** Where other sites tell us that they link a story of ours. */
import { Hono } from 'hono'
import { Refusal } from '#src/platform/refusal.ts'
import { refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { StoryParts } from './answers.ts'
import { tellOfMention } from './receive-mention.ts'
import { storyRefusalWords } from './refusal-words.ts'

export const mentionPath = '/webmention'

export function mentionRoutes(parts: StoryParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  // Advertised in the header, so that a sender need not read the page.
  app.use('/:language{en|zh}/news/:slug', async (c, next) => {
    await next()
    c.res.headers.append('Link', `<${parts.publicUrl}${mentionPath}>; rel="webmention"`)
  })

  app.post(mentionPath, async (c) => {
    const body = await c.req.parseBody()
    const [source, target] = [String(body.source ?? ''), String(body.target ?? '')]
    try {
      const taken = await tellOfMention(parts.db, parts, { source, target, at: c.var.now })
      return taken ? c.text('accepted\n', 202) : c.text('try again later\n', 503, { 'Retry-After': '3600' })
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      return c.text(`${refusalText(refusal, storyRefusalWords, 'en')}\n`, 400)
    }
  })
  return app
}
