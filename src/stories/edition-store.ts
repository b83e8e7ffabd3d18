/** SQL of editions, what the public reads, and of the notes that explain a correction or a withdrawal. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { terms } from '#src/platform/search/terms.ts'
import type { Bilingual, StoryContent, Translation } from './content.ts'
import './tables.ts'

export interface Edition {
  story: string
  number: number
  content: StoryContent
  hash: string
  at: Temporal.Instant
}

const searched = ({ headline, summary, body, ready }: Translation): string[] =>
  ready ? terms(`${headline}\n${summary}\n${body}`) : []

export async function insertEdition(tx: Tx, { story, number, content, hash, at }: Edition): Promise<void> {
  const { en, zh } = content.translations
  await tx
    .insertInto('story_edition')
    .values({
      story,
      number,
      content: JSON.stringify(content),
      content_hash: hash,
      at,
      terms_en: searched(en),
      terms_zh: searched(zh),
    })
    .execute()
}

/** The hash of the edition the public reads. */
export async function editionHash(db: Db, story: string, number: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('story_edition')
    .select('content_hash')
    .where('story', '=', story)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.content_hash
}

export interface StoryNote {
  story: string
  kind: 'correction' | 'withdrawal'
  edition: number
  note: Bilingual
  at: Temporal.Instant
}

export async function insertNote(tx: Tx, { story, kind, edition, note, at }: StoryNote): Promise<void> {
  await tx.insertInto('story_note').values({ story, kind, edition, note_en: note.en, note_zh: note.zh, at }).execute()
}

/** Notes of some stories, oldest first. */
export async function notesOf(db: Db, stories: string[]): Promise<StoryNote[]> {
  if (stories.length === 0) return []
  const rows = await db.selectFrom('story_note').selectAll().where('story', 'in', stories).orderBy('at').execute()
  return rows.map(({ note_en: en, note_zh: zh, ...rest }) => ({ ...rest, note: { en, zh } }))
}
