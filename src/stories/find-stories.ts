/** Stories by any of their words, for the office: drafts among them. */
import { type SqlBool, sql } from 'kysely'
import { countRows } from '#src/platform/database/connect.ts'
import type { Db } from '#src/platform/database/tables.ts'
import './tables.ts'

// The expression of the index `story_by_word`.
const allWords = sql`lower(headline_en || ' ' || headline_zh || ' ' || summary_en || ' ' || summary_zh || ' ' || body_en || ' ' || body_zh)`

/** The last begun first; each word must stand somewhere in it. */
export async function findStories(db: Db, typed: string, o: { limit: number }) {
  const words = typed.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
  const found = db
    .selectFrom('story')
    .where((eb) =>
      eb.and(words.map((word) => sql<SqlBool>`${allWords} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)),
    )
  const [rows, counted] = await Promise.all([
    found
      .select(['id', 'state', 'headline_en', 'headline_zh', 'held_on', 'published_at'])
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(o.limit)
      .execute(),
    found.select(countRows.as('n')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: counted.n }
}

export type StoryFound = Awaited<ReturnType<typeof findStories>>['rows'][number]
