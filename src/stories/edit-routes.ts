/** Writing the text. What was typed is never lost: a refused save comes back as it was, with what is wrong. */
import { Hono } from 'hono'
import { partnersKnown } from '#src/partners/index.ts'
import { putTogether } from '#src/platform/began-from.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdStory, permit, type WritersStory } from './access.ts'
import { idOf, problemOf, type StoryContext, type StoryParts } from './answers.ts'
import { approvalsOf } from './approval-store.ts'
import { editPage, type StoryEditing } from './edit-page.ts'
import { saveText } from './save-story.ts'
import { findStory } from './store.ts'
import { formOfStory, readStoryForm, type StoryForm } from './story-form.ts'

export function editRoutes(parts: StoryParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/stories/:id/edit', async (c) => {
    const held = await holdStory(parts.db, c.var.visitor, idOf(c))
    permit(held.person, held.story, 'edit')
    return editPage(c, await editing(parts, held, formOfStory(held.story)))
  })

  app.post('/stories/:id/text', async (c) => {
    const held = await holdStory(parts.db, c.var.visitor, idOf(c))
    const values = await formValues(c)
    const form = readStoryForm(values)
    try {
      const cleared = await saveText(parts.db, held, form, c.var.now)
      return c.redirect(`/stories/${held.story.id}?done=${cleared ? 'saved_cleared' : 'saved'}`, 303)
    } catch (refusal) {
      return refused(c, parts, held, { form, began: values.began }, refusal)
    }
  })

  return app
}

async function editing({ db }: StoryParts, { story }: WritersStory, form: StoryForm): Promise<StoryEditing> {
  const partners = await partnersKnown(db)
  return { story, form, partners, approved: (await approvalsOf(db, story.id)).length > 0 }
}

/** After a colleague's save the form is carried on from their revision, with what they saved beside each field that differs. */
async function refused(
  c: StoryContext,
  parts: StoryParts,
  held: WritersStory,
  { form, began }: { form: StoryForm; began?: string },
  refusal: unknown,
): Promise<Response> {
  const problem = problemOf(c, refusal)
  const now = (await findStory(parts.db, held.story.id))!
  const page = await editing(parts, { ...held, story: now }, form)
  const meanwhile = refusal instanceof Refusal && refusal.reason === 'story_changed_meanwhile'
  if (!meanwhile) return editPage(c, { ...page, problem })
  const carried = { ...putTogether(began, form, formOfStory(now)), revision: now.revision }
  return editPage(c, { ...page, form: carried, problem, meanwhile: formOfStory(now) })
}
