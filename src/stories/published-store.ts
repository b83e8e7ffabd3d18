/** SQL of what the public reads: the present edition of each story, with its notes, links and mentions. */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Tables } from '#src/platform/database/tables.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { fold, pairs, tokens } from '#src/platform/search/terms.ts'
import { readyLanguages, type StoryContent } from './content.ts'
import { notesOf, type StoryNote } from './edition-store.ts'
import { mentionsOf } from './mention-store.ts'
import { sizesOf } from './photo-store.ts'
import type { PublishedPhoto, PublishedStory } from './published.ts'
import { relatedOf } from './related-store.ts'
import { parseBody } from './story-body.ts'
import './tables.ts'

interface Row {
  id: string
  slug: string | null
  state: string
  published_at: Temporal.Instant | null
  modified_at: Temporal.Instant | null
  content: StoryContent
}

const editions = (db: Db) =>
  db
    .selectFrom('story')
    .innerJoin('story_edition', (join) =>
      join.onRef('story_edition.story', '=', 'story.id').onRef('story_edition.number', '=', 'story.edition'),
    )
    .select(['story.id', 'slug', 'state', 'published_at', 'modified_at', 'content'])

type Editions = SelectQueryBuilder<Tables, 'story' | 'story_edition', Row>

/** Stories the public can read, the last published first; withdrawn ones are left out. `language`: only those complete in it. */
export async function publishedStories(
  db: Db,
  o: { partner?: string; language?: Language; limit?: number } = {},
): Promise<PublishedStory[]> {
  let query = editions(db).where('state', 'in', ['published', 'corrected'])
  if (o.partner) query = query.where('partner', '=', o.partner)
  if (o.language) query = query.where(readyIn(o.language))
  const rows = await (query as unknown as Editions)
    .orderBy('published_at', 'desc')
    .orderBy('story.id')
    .limit(o.limit ?? 1000)
    .execute()
  return complete(db, rows)
}

const readyIn = (language: Language) => sql<boolean>`(content->'translations'->${language}->>'ready')::boolean`

/** The story at an address; a withdrawn one comes back with `withdrawn` set and nothing of its text. */
export async function findPublished(db: Db, slug: string): Promise<PublishedStory | undefined> {
  const rows = await (editions(db) as unknown as Editions)
    .where('slug', '=', slug)
    .where('state', 'in', ['published', 'corrected', 'withdrawn'])
    .execute()
  return (await complete(db, rows))[0]
}

/** Published stories in whose text every typed word occurs; a Latin word may be the beginning of one. The newest first. */
export async function searchStories(db: Db, q: string, language: Language): Promise<PublishedStory[]> {
  const words = tokens(fold(q.slice(0, 200))).slice(0, 8)
  if (words.length === 0) return []
  const column = sql.ref(`story_edition.terms_${language}`)
  let query = editions(db).where('state', 'in', ['published', 'corrected'])
  for (const word of words) {
    const begins = `${word.text.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(
      word.unspaced && [...word.text].length > 1
        ? sql<boolean>`${column} @> ${pairs(word.text)}::text[]`
        : sql<boolean>`exists (select 1 from unnest(${column}) as term where term like ${begins})`,
    )
  }
  const rows = await (query as unknown as Editions).orderBy('published_at', 'desc').limit(50).execute()
  return complete(db, rows)
}

async function complete(db: Db, rows: Row[]): Promise<PublishedStory[]> {
  const ids = rows.map(({ id }) => id)
  const [notes, related, mentions] = [await notesOf(db, ids), await relatedOf(db, ids), await mentionsOf(db, ids)]
  const photos = await photosShown(db, ids)
  return rows.map((row) => {
    const own = <T extends { story: string }>(all: T[]) => all.filter((one) => one.story === row.id)
    const links = own(related).map(({ url, title, publisher, language, relation }) => ({
      ...{ url, title, publisher },
      ...{ language, relation },
    }))
    const shown = own(mentions).filter(({ state }) => state === 'approved')
    const story = published(row, own(notes), photos.get(row.id) ?? [])
    if (story.withdrawn) return story
    const mentioned = shown.map(({ source, title }) => ({ source, title, host: new URL(source).host }))
    return { ...story, related: links, mentions: mentioned }
  })
}

/** What is the same for every photograph of these stories, whatever its caption: where its renditions lie. */
async function photosShown(db: Db, ids: string[]) {
  const found = new Map<string, { number: number; sha256: string; sizes: number[]; press: boolean }[]>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('story_photo')
    .select(['story', 'number', 'original', 'download'])
    .select(
      sql<boolean>`exists (select 1 from story_photo_permission p
        where p.story = story_photo.story and p.number = story_photo.number and p.purpose = 'press')`.as('press'),
    )
    .where('story', 'in', ids)
    .execute()
  const sizes = await sizesOf(db, [...new Set(rows.map((r) => r.original))])
  for (const { story, number, original, press } of rows) {
    const one = { number, sha256: original, sizes: sizes.get(original) ?? [], press }
    found.set(story, [...(found.get(story) ?? []), one])
  }
  return found
}

type Shown = { number: number; sha256: string; sizes: number[]; press: boolean }

function published(row: Row, notes: StoryNote[], shown: Shown[]): PublishedStory {
  const { content } = row
  const gone = row.state === 'withdrawn'
  const languages = readyLanguages(content)
  const said = (field: 'headline' | 'summary' | 'body') => ({
    en: content.translations.en.ready ? content.translations.en[field] : '',
    zh: content.translations.zh.ready ? content.translations.zh[field] : '',
  })
  const bodies = gone ? { en: '', zh: '' } : said('body')
  const withdrawal = notes.find(({ kind }) => kind === 'withdrawal')
  return {
    id: row.id,
    slug: row.slug!,
    section: content.section,
    partner: content.partner,
    agreement: content.agreement,
    ceremony: content.ceremony,
    heldOn: content.heldOn ? Temporal.PlainDate.from(content.heldOn) : null,
    publishedAt: row.published_at!,
    modifiedAt: row.modified_at ?? row.published_at!,
    languages,
    headline: said('headline'),
    summary: gone ? { en: '', zh: '' } : said('summary'),
    body: { en: parseBody(bodies.en), zh: parseBody(bodies.zh) },
    photos: gone ? [] : photosOf(content, shown),
    editors: content.editors,
    related: [],
    mentions: [],
    corrections: notes.filter(({ kind }) => kind === 'correction').map(({ at, note }) => ({ at, note })),
    withdrawn: gone && withdrawal ? { at: withdrawal.at, note: withdrawal.note } : null,
  }
}

function photosOf(content: StoryContent, shown: Shown[]): PublishedPhoto[] {
  return content.photos.flatMap(({ shared: _, ...photo }) => {
    const file = shown.find(({ number }) => number === photo.number)
    if (!file) return []
    const download = file.press ? `/photos/${file.sha256}/press.jpg` : null
    return [{ ...photo, sha256: file.sha256, sizes: file.sizes, download }]
  })
}
