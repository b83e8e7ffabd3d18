/** How routes of this area answer: the page of a story, the way back after an act, or the page with what was refused. */
import type { Context } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { fileRefusalWords } from '#src/platform/files/index.ts'
import { photoRefusalWords } from '#src/platform/images/index.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type RefusalWords, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { seeStory } from './access.ts'
import type { StoryHouse } from './house.ts'
import { readStory } from './read-story.ts'
import { storyRefusalWords } from './refusal-words.ts'
import { type Said, storyPage } from './story-page.ts'
import { type Done, doneWords } from './story-words.ts'

export interface StoryParts extends StoryHouse {
  db: Db
}

export type StoryContext = Context<WebEnv>
export type Fields = Partial<Record<string, string>>

/** Every refusal an act on a story can meet. */
export const refusalWords: RefusalWords = { ...fileRefusalWords, ...photoRefusalWords, ...storyRefusalWords }

export const idOf = (c: StoryContext): string => c.req.param('id') ?? ''

/** A field with line ends as LF, cut to what a message may carry. */
export const typed = (fields: Fields, name: string, most = 4000): string =>
  (fields[name] ?? '').replaceAll('\r\n', '\n').trim().slice(0, most)

export async function showStory(c: StoryContext, { db }: StoryParts, said: Said = {}): Promise<Response> {
  const view = await readStory(db, await seeStory(db, c.var.visitor, idOf(c)), c.var.now)
  const done = c.req.method === 'GET' ? c.req.query('done') : undefined
  return storyPage(c, view, { done: done && Object.hasOwn(doneWords, done) ? (done as Done) : undefined, ...said })
}

/** What a refusal says here; one about seeing at all is passed on. */
export function problemOf(c: StoryContext, refusal: unknown): { text: string; status: Refusal['status'] } {
  if (!(refusal instanceof Refusal) || refusal.status === 401 || refusal.status === 404) throw refusal
  return { text: refusalText(refusal, refusalWords, c.var.language), status: refusal.status }
}

/** Does an act and leads back to the story's page; what is refused comes back on that page, with what was typed. */
export async function answerAct(
  c: StoryContext,
  parts: StoryParts,
  { act, done }: { act: string; done: Done },
  run: () => Promise<unknown>,
): Promise<Response> {
  try {
    await run()
    return c.redirect(`/stories/${idOf(c)}?done=${done}`, 303)
  } catch (refusal) {
    const problem = problemOf(c, refusal)
    return showStory(c, parts, { problem: { ...problem, act, typed: await formValues(c) } })
  }
}
