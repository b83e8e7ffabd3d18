/** SQL of stories: the working copy, who wrote in it, its history. Photographs, editions, offers and links have stores of their own. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import type { Bilingual, Editor, Translation } from './content.ts'
import type { StoryState } from './story.ts'
import './tables.ts'
import type { StoryTable } from './tables.ts'

export interface Story {
  id: string
  slug: string | null
  state: StoryState
  partner: string | null
  joint: boolean
  agreement: string | null
  ceremony: string | null
  heldOn: Temporal.PlainDate | null
  section: Bilingual
  translations: Record<Language, Translation>
  editors: Editor[]
  /** Grows with every save; a form begun from an older one is refused. */
  revision: number
  embargoUntil: Temporal.Instant | null
  scheduledAt: Temporal.Instant | null
  offers: number
  /** 0 until the first publication. */
  edition: number
  publishedAt: Temporal.Instant | null
  modifiedAt: Temporal.Instant | null
}

type StoryRow = Omit<StoryTable, 'editors' | 'held_on'> & { editors: Editor[]; held_on: Temporal.PlainDate | null }

const toStory = (r: StoryRow): Story => ({
  id: r.id,
  slug: r.slug,
  state: r.state,
  partner: r.partner,
  joint: r.joint,
  agreement: r.agreement,
  ceremony: r.ceremony,
  heldOn: r.held_on,
  section: { en: r.section_en, zh: r.section_zh },
  translations: {
    en: { headline: r.headline_en, summary: r.summary_en, body: r.body_en, ready: r.ready_en },
    zh: { headline: r.headline_zh, summary: r.summary_zh, body: r.body_zh, ready: r.ready_zh },
  },
  editors: r.editors,
  revision: r.revision,
  embargoUntil: r.embargo_until,
  scheduledAt: r.scheduled_at,
  offers: r.offers,
  edition: r.edition,
  publishedAt: r.published_at,
  modifiedAt: r.modified_at,
})

const fromStory = ({ translations: { en, zh }, ...s }: Story) => ({
  slug: s.slug,
  state: s.state,
  partner: s.partner,
  joint: s.joint,
  agreement: s.agreement,
  ceremony: s.ceremony,
  held_on: s.heldOn?.toString() ?? null,
  section_en: s.section.en,
  section_zh: s.section.zh,
  headline_en: en.headline,
  headline_zh: zh.headline,
  summary_en: en.summary,
  summary_zh: zh.summary,
  body_en: en.body,
  body_zh: zh.body,
  ready_en: en.ready,
  ready_zh: zh.ready,
  editors: JSON.stringify(s.editors),
  revision: s.revision,
  embargo_until: s.embargoUntil,
  scheduled_at: s.scheduledAt,
  offers: s.offers,
  edition: s.edition,
  published_at: s.publishedAt,
  modified_at: s.modifiedAt,
})

/** Every story, the last begun first. */
export async function stories(db: Db): Promise<Story[]> {
  const rows = await db.selectFrom('story').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()
  return rows.map((row) => toStory(row as StoryRow))
}

export async function findStory(db: Db, id: string): Promise<Story | undefined> {
  const row = await db.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toStory(row as StoryRow)
}

/** Holds the story's row until the transaction ends: every act on a story, its photographs included, begins here. */
export async function lockStory(tx: Tx, id: string): Promise<Story | undefined> {
  const row = await tx.selectFrom('story').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toStory(row as StoryRow)
}

export async function insertStory(tx: Tx, story: Story, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('story')
    .values({ id: story.id, created_at: at, ...fromStory(story) })
    .execute()
}

export async function saveStory(tx: Tx, story: Story): Promise<void> {
  await tx.updateTable('story').set(fromStory(story)).where('id', '=', story.id).execute()
}

/** The story whose address this is, if any. */
export async function slugHolder(db: Db, slug: string): Promise<string | undefined> {
  return (await db.selectFrom('story').select('id').where('slug', '=', slug).executeTakeFirst())?.id
}

/** Scheduled stories whose instant has come. */
export async function dueStories(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('story')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('scheduled_at', '<=', now)
    .orderBy('scheduled_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** Notes that an account wrote in what is to become the next edition. */
export async function addAuthor(tx: Tx, story: Pick<Story, 'id' | 'edition'>, account: string): Promise<void> {
  await tx
    .insertInto('story_author')
    .values({ story: story.id, account, edition: story.edition + 1 })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Whether the account wrote in what is to become the next edition. */
export async function isAuthor(db: Db, story: Pick<Story, 'id' | 'edition'>, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('story_author')
    .select('account')
    .where('story', '=', story.id)
    .where('account', '=', account)
    .where('edition', '=', story.edition + 1)
    .executeTakeFirst()
  return row !== undefined
}

/** What happened to the story, latest first. */
export async function historyOf(db: Db, story: string) {
  return db
    .selectFrom('journal')
    .select(['at', 'act', 'actor_kind', 'actor_id', 'actor_name', 'detail'])
    .where('subject_kind', '=', 'story')
    .where('subject_id', '=', story)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}
