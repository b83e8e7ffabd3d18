/** Stories that wait for somebody: to be approved by an editor, changed by a writer, answered to a partner. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { isEditor, mayApprove, mayWrite } from './access.ts'
import type { StoryState } from './story.ts'
import './tables.ts'

export type StoryDuty = 'approve_story' | 'change_story' | 'publish_story' | 'answer_offer'

export interface WaitingStory {
  duty: StoryDuty
  title: { en: string; zh: string }
  href: string
  since: Temporal.Instant
}

/** The longest waiting first; by the same sentences that guard the acts. */
export async function storiesWaitingFor(db: Db, visitor: Visitor): Promise<WaitingStory[]> {
  if (!mayWrite(visitor)) return []
  const own = (await underWay(db, visitor)).flatMap(({ wrote, approved, id, since, ...story }): WaitingStory[] => {
    const duty = dutyOf(visitor, story.state, { wrote, approved })
    return duty
      ? [{ duty, title: { en: story.headline_en, zh: story.headline_zh }, href: `/stories/${id}`, since }]
      : []
  })
  const all = isEditor(visitor) ? [...own, ...(await offersWaiting(db))] : own
  return all.toSorted((a, b) => Temporal.Instant.compare(a.since, b.since))
}

function dutyOf(visitor: Visitor, state: StoryState, o: { wrote: boolean; approved: boolean }): StoryDuty | undefined {
  if (state === 'changes_requested') return 'change_story'
  if (!isEditor(visitor)) return undefined
  if (state === 'in_review' && !o.approved && mayApprove(visitor, { state }, o.wrote)) return 'approve_story'
  return state === 'approved' ? 'publish_story' : undefined
}

async function underWay(db: Db, visitor: Visitor) {
  return db
    .selectFrom('story')
    .select(['id', 'state', 'headline_en', 'headline_zh'])
    .select(
      sql<Temporal.Instant>`coalesce((select max(journal.at) from journal
        where subject_kind = 'story' and subject_id = story.id::text), story.created_at)`.as('since'),
    )
    .select(
      sql<boolean>`exists (select from story_author where story_author.story = story.id
        and account = ${visitor.account.id} and story_author.edition = story.edition + 1)`.as('wrote'),
    )
    .select(
      sql<boolean>`exists (select from story_approval where story_approval.story = story.id
        and side = 'ours' and cleared_at is null)`.as('approved'),
    )
    .where('state', 'in', ['in_review', 'changes_requested', 'approved'])
    .execute()
}

async function offersWaiting(db: Db): Promise<WaitingStory[]> {
  const rows = await db
    .selectFrom('story_offer')
    .select(['story', 'received_at'])
    .select(sql<string>`coalesce(content -> 'translations' -> 'en' ->> 'headline', '')`.as('en'))
    .select(sql<string>`coalesce(content -> 'translations' -> 'zh' ->> 'headline', '')`.as('zh'))
    .where('state', '=', 'waiting')
    .execute()
  return rows.map(({ story, received_at: since, en, zh }) => {
    return { duty: 'answer_offer', title: { en, zh }, href: `/stories/offers/${story}`, since }
  })
}
