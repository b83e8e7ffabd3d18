/** Links to other stories, and what editors decide about mentions. */

import { Hono } from 'hono'
import { idOf as idTyped } from '#src/platform/id.ts'
import { formValues } from '#src/platform/people/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdStory, requireEditor } from './access.ts'
import { answerAct, type Fields, idOf, type StoryParts, typed } from './answers.ts'
import { decideMention } from './decide-mention.ts'
import { addLink, type LinkInput, linkHeard, removeLink } from './story-links.ts'

export function linkRoutes(parts: StoryParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()

  app.post('/stories/heard', async (c) => {
    const fields = await formValues(c)
    const held = await holdStory(db, c.var.visitor, typed(fields, 'story'))
    await linkHeard(db, parts, held, { heard: uuidOf(fields, 'heard'), at: c.var.now })
    return c.redirect(`/stories/${held.story.id}?done=linked#links`, 303)
  })
  app.post('/stories/mentions/:id', async (c) => {
    const editor = requireEditor(c.var.visitor)
    const decision = (await formValues(c)).decision === 'approved' ? 'approved' : 'rejected'
    await decideMention(db, editor, { id: uuidOf({ id: idOf(c) }, 'id'), decision, at: c.var.now })
    return c.redirect('/stories', 303)
  })
  app.post('/stories/:id/link', async (c) => {
    const held = await holdStory(db, c.var.visitor, idOf(c))
    const input = { ...linkFrom(await formValues(c)), at: c.var.now }
    return answerAct(c, parts, { act: 'link', done: 'linked' }, () => addLink(db, parts, held, input))
  })
  app.post('/stories/:id/unlink', async (c) => {
    const held = await holdStory(db, c.var.visitor, idOf(c))
    const input = { link: uuidOf(await formValues(c), 'link'), at: c.var.now }
    return answerAct(c, parts, { act: 'unlink', done: 'unlinked' }, () => removeLink(db, parts, held, input))
  })
  return app
}

const linkFrom = (fields: Fields): LinkInput => ({
  url: typed(fields, 'url', 2000),
  title: typed(fields, 'title', 300),
  publisher: typed(fields, 'publisher', 200),
  language: fields.language === 'zh' ? 'zh' : 'en',
  relation: fields.relation === 'background' ? 'background' : 'partner_story',
})

const uuidOf = (fields: Fields, name: string): string => idTyped(typed(fields, name, 36))
