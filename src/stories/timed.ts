/** What happens to stories by the clock. */
import type { Db } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { headlineOf } from './content.ts'
import type { StoryHouse } from './house.ts'
import { mailWords } from './mail-words.ts'
import { blockersNow, release } from './release-story.ts'
import { dueStories, lockStory, saveStory } from './store.ts'
import { move } from './story.ts'

/**
 * Publishes every scheduled story whose instant has come, each in a transaction of its own and exactly once, whichever process
 * comes first. One that something stands in the way of goes back to "approved", and the editors are told.
 */
export async function publishDue(db: Db, house: StoryHouse, now: Temporal.Instant): Promise<void> {
  for (const id of await dueStories(db, now)) await publishOne(db, house, id, now)
}

async function publishOne(db: Db, house: StoryHouse, id: string, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, id))!
    // Another process was first, or an editor took it back.
    if (before.state !== 'scheduled' || Temporal.Instant.compare(before.scheduledAt!, at) > 0) return
    const about = { kind: 'story', id }
    const by = { kind: 'node' } as const
    const [blocked] = await blockersNow(tx, before, at)
    if (!blocked) {
      const { story, then } = await release(tx, house, { ...before, state: move(before, 'publish') }, at)
      await saveStory(tx, story)
      const detail = { edition: story.edition, slug: story.slug }
      return record(tx, { at, by, about, act: 'story.published', detail, then })
    }
    await saveStory(tx, { ...before, state: move(before, 'hold_back'), scheduledAt: null })
    const title = { en: headlineOf(before.translations, 'en'), zh: headlineOf(before.translations, 'zh') }
    const then = (await accountsWithRole(tx, 'editor')).map((editor) =>
      mail({
        to: { account: editor.id },
        subject: mailWords.heldBackSubject(title),
        text: mailWords.heldBackText(title),
        path: `/stories/${id}`,
      }),
    )
    return record(tx, { at, by, about, act: 'story.held_back', detail: { reason: blocked.reason }, then })
  })
}
