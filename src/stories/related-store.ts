/** SQL of links to other stories, and of partners' stories we heard of. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Bilingual } from './content.ts'
import './tables.ts'
import type { HeardTable, RelatedTable } from './tables.ts'

export type Related = RelatedTable

/** Links of some stories, partners' own stories first. */
export async function relatedOf(db: Db, stories: string[]): Promise<Related[]> {
  if (stories.length === 0) return []
  return db
    .selectFrom('story_related')
    .selectAll()
    .where('story', 'in', stories)
    .orderBy('relation', 'desc')
    .orderBy('added_at')
    .execute()
}

/** Saves a link once; one with the same address is brought up to date. */
export async function saveRelated(tx: Tx, r: Omit<Related, 'checked_at' | 'problem' | 'failures'>): Promise<void> {
  const { title, publisher, language, relation } = r
  await tx
    .insertInto('story_related')
    .values({ ...r, checked_at: null, problem: '', failures: 0 })
    .onConflict((c) => c.columns(['story', 'url']).doUpdateSet({ title, publisher, language, relation }))
    .execute()
}

/** @returns the link that was there */
export async function removeRelated(tx: Tx, story: string, id: string): Promise<Related | undefined> {
  return tx
    .deleteFrom('story_related')
    .where('story', '=', story)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

/** Links of published stories not looked at since an instant, the longest ago first. */
export async function linksToCheck(db: Db, since: Temporal.Instant, limit: number): Promise<Related[]> {
  return db
    .selectFrom('story_related')
    .innerJoin('story', 'story.id', 'story_related.story')
    .selectAll('story_related')
    .where('story.state', 'in', ['published', 'corrected'])
    .where(({ or, eb }) => or([eb('checked_at', 'is', null), eb('checked_at', '<', since)]))
    .orderBy('checked_at', (o) => o.asc().nullsFirst())
    .limit(limit)
    .execute()
}

/** Notes how a link answered; `problem` is empty where it did. */
export async function noteCheck(
  db: Db,
  link: Pick<Related, 'id' | 'failures'>,
  problem: string,
  at: Temporal.Instant,
): Promise<void> {
  const failures = problem === '' ? 0 : link.failures + 1
  await db.updateTable('story_related').set({ checked_at: at, problem, failures }).where('id', '=', link.id).execute()
}

export interface Heard {
  story: string
  partner: string
  edition: number
  state: 'published' | 'corrected' | 'withdrawn'
  url: Bilingual
  headline: Bilingual
  agreement: string | null
  ceremony: string | null
  heldOn: Temporal.PlainDate | null
  publishedAt: Temporal.Instant
}

const toHeard = (r: Omit<HeardTable, 'held_on'> & { held_on: Temporal.PlainDate | null }): Heard => ({
  story: r.story,
  partner: r.partner,
  edition: r.edition,
  state: r.state,
  url: { en: r.url_en, zh: r.url_zh },
  headline: { en: r.headline_en, zh: r.headline_zh },
  agreement: r.agreement,
  ceremony: r.ceremony,
  heldOn: r.held_on,
  publishedAt: r.published_at,
})

/** Partners' stories nobody has set aside, the last published first. */
export async function heardStories(db: Db): Promise<Heard[]> {
  const rows = await db
    .selectFrom('story_heard')
    .selectAll()
    .where('set_aside_at', 'is', null)
    .where('state', '<>', 'withdrawn')
    .orderBy('published_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => toHeard(row as never))
}

/** Holds what we heard of a story until the transaction ends. */
export async function lockHeard(tx: Tx, story: string): Promise<Heard | undefined> {
  const row = await tx.selectFrom('story_heard').selectAll().where('story', '=', story).forUpdate().executeTakeFirst()
  return row && toHeard(row as never)
}

export async function saveHeard(tx: Tx, h: Heard): Promise<void> {
  const row = {
    partner: h.partner,
    edition: h.edition,
    state: h.state,
    url_en: h.url.en,
    url_zh: h.url.zh,
    headline_en: h.headline.en,
    headline_zh: h.headline.zh,
    agreement: h.agreement,
    ceremony: h.ceremony,
    held_on: h.heldOn?.toString() ?? null,
    published_at: h.publishedAt,
  }
  await tx
    .insertInto('story_heard')
    .values({ story: h.story, set_aside_at: null, ...row })
    .onConflict((c) => c.column('story').doUpdateSet(row))
    .execute()
}

/** Takes a partner's story off the list of those to link. */
export async function setHeardAside(tx: Tx, story: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('story_heard').set({ set_aside_at: at }).where('story', '=', story).execute()
}
