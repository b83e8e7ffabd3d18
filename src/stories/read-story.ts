/** Everything the page of a story shows. */
import type { Db } from '#src/platform/database/tables.ts'
import type { SeenStory } from './access.ts'
import { approvalsOf, type StoryApproval } from './approval-store.ts'
import { type Blocker, blockersOf } from './blockers.ts'
import { readContent } from './content-of.ts'
import { editionHash, notesOf, type StoryNote } from './edition-store.ts'
import { mentionsOf, type StoryMention } from './mention-store.ts'
import type { StoryPhoto } from './photo-store.ts'
import { type Heard, heardStories, type Related, relatedOf } from './related-store.ts'
import { historyOf } from './store.ts'

export interface StoryView {
  seen: SeenStory
  photos: StoryPhoto[]
  /** Of the content as it is now. */
  hash: string
  /** Approvals of exactly this content. */
  approvals: StoryApproval[]
  blockers: Blocker[]
  /** Whether the working copy differs from what the public reads. */
  changedSince: boolean
  notes: StoryNote[]
  related: Related[]
  mentions: StoryMention[]
  /** The partner's own stories of the same event that are not linked yet. */
  heard: Heard[]
  history: Awaited<ReturnType<typeof historyOf>>
}

export async function readStory(db: Db, seen: SeenStory, now: Temporal.Instant): Promise<StoryView> {
  const { story, partner } = seen
  const { hash, photos } = await readContent(db, story)
  const approvals = (await approvalsOf(db, story.id)).filter((a) => a.hash === hash)
  const heard = (await heardStories(db)).filter((one) => one.partner === story.partner)
  return {
    seen,
    photos,
    hash,
    approvals,
    blockers: blockersOf({ story, photos, approvals, hash, partner: partner?.short }, now),
    changedSince: story.edition > 0 && hash !== (await editionHash(db, story.id, story.edition)),
    notes: await notesOf(db, [story.id]),
    related: await relatedOf(db, [story.id]),
    mentions: await mentionsOf(db, [story.id]),
    heard: ofSameEvent(heard, story),
    history: await historyOf(db, story.id),
  }
}

/** Of the same ceremony or agreement first; where none is, every story of the partner. */
function ofSameEvent(heard: Heard[], story: SeenStory['story']): Heard[] {
  const same = heard.filter(
    (one) =>
      (one.ceremony !== null && one.ceremony === story.ceremony) ||
      (one.agreement !== null && one.agreement === story.agreement),
  )
  return same.length > 0 ? same : heard
}
