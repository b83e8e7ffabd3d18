/** Every change of what a story says goes through here: approvals of what it said before end, and the partner is told. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Following, type Json, record } from '#src/platform/record.ts'
import { permit, type WritersStory } from './access.ts'
import { clearApprovals } from './approval-store.ts'
import { readContent } from './content-of.ts'
import type { StoryPhoto } from './photo-store.ts'
import { addAuthor, lockStory, type Story, saveStory } from './store.ts'
import { move } from './story.ts'

export interface Change {
  /** The act's name in the journal. */
  act: string
  at: Temporal.Instant
  /** Whether whoever does it counts as an author, who may not approve. */
  writes: boolean
  detail?: Record<string, Json>
}

/**
 * @param change does it and returns the story as it is to be; photographs it saves itself
 * @returns whether approvals ended
 */
export async function changeContent(
  db: Db,
  { person, story }: WritersStory,
  { act, at, writes, detail = {} }: Change,
  change: (tx: Tx, before: Story, photos: StoryPhoto[]) => Promise<Story>,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    permit(person, before, 'edit')
    const was = await readContent(tx, before)
    const after = await change(tx, before, was.photos)
    const { cleared, then, state } = await settle(tx, before, after, was.hash, at)
    await saveStory(tx, { ...after, state, scheduledAt: state === 'scheduled' ? after.scheduledAt : null })
    if (writes) await addAuthor(tx, before, person.account.id)
    const about = { kind: 'story', id: before.id }
    await record(tx, { at, by: actorOf(person), about, act, detail: { ...detail, cleared }, then })
    return cleared
  })
}

/** Nothing follows where the content is the same as before. */
async function settle(tx: Tx, before: Story, after: Story, was: string, at: Temporal.Instant) {
  const { hash } = await readContent(tx, after)
  if (hash === was && before.joint === after.joint) {
    return { cleared: false, then: [] as Following[], state: before.state }
  }
  const cleared = (await clearApprovals(tx, before.id, at)) > 0
  return { cleared, then: cleared ? offerTakenBack(before, at) : [], state: move(before, 'edit') }
}

/** Tells the partner that the offer they have no longer stands. */
export function offerTakenBack(story: Story, at: Temporal.Instant): Following[] {
  if (!story.joint || !story.partner || story.offers === 0) return []
  const body = { number: story.offers, at: at.toString() }
  return [message(story.partner, 'story.withdrawn_offer', story.id, body)]
}
