/** Stories published about a partner. */
import { sql } from 'kysely'
import { type ActivitySource, ourDay } from '#src/partners/index.ts'
import { maySeeStories } from './access.ts'

export const storyActivity: ActivitySource = {
  kinds: { story_published: { words: { en: 'Story published', zh: '发布新闻' }, path: (id) => `/stories/${id}` } },
  maySee: maySeeStories,
  rows: sql`
    select partner, ${ourDay(sql`published_at`)}, 'story_published', id::text, headline_en, headline_zh, false
      from story where state in ('published', 'corrected') and partner is not null`,
}
