/** SQL of what is said beside the plan: captions, notes to speakers, and who pressed at a rehearsal. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'

export interface Line {
  /** Made where it was typed: the same line coming twice is one. */
  id: string
  at: Temporal.Instant
  party: string
  text: string
  byName: string
}

export type Tongue = 'en' | 'zh'

/** @returns false where this very line was there already */
export async function insertCaption(tx: Tx, ceremony: string, language: Tongue, line: Line): Promise<boolean> {
  const { byName, ...rest } = line
  const saved = await tx
    .insertInto('stage_caption')
    .values({ ceremony, language, ...rest, by_name: byName })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** The latest lines of one language, newest first. */
export async function latestCaptions(db: Db, ceremony: string, language: Tongue, limit: number): Promise<Line[]> {
  const rows = await db
    .selectFrom('stage_caption')
    .select(['id', 'at', 'party', 'text', 'by_name'])
    .where('ceremony', '=', ceremony)
    .where('language', '=', language)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ by_name: byName, ...rest }) => ({ ...rest, byName }))
}

/** @returns false where this very note was there already */
export async function insertNote(tx: Tx, ceremony: string, note: Line): Promise<boolean> {
  const { byName, ...rest } = note
  const saved = await tx
    .insertInto('stage_note')
    .values({ ceremony, ...rest, by_name: byName })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** What speakers are told now: the latest note, unless it is empty. */
export async function noteNow(db: Db, ceremony: string): Promise<Line | undefined> {
  const row = await db
    .selectFrom('stage_note')
    .select(['id', 'at', 'party', 'text', 'by_name'])
    .where('ceremony', '=', ceremony)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.text ? { id: row.id, at: row.at, party: row.party, text: row.text, byName: row.by_name } : undefined
}

export interface Mark {
  seat: string
  byName: string
  at: Temporal.Instant
  method: 'passkey' | 'press'
}

/** Saves a rehearsal's mark; the first for a seat stands. @returns false where there was one */
export async function insertMark(tx: Tx, ceremony: string, { byName, ...mark }: Mark): Promise<boolean> {
  const saved = await tx
    .insertInto('stage_mark')
    .values({ ceremony, ...mark, by_name: byName })
    .onConflict((c) => c.doNothing())
    .returning('seat')
    .executeTakeFirst()
  return saved !== undefined
}

export async function marksOf(db: Db, ceremony: string): Promise<Mark[]> {
  const rows = await db.selectFrom('stage_mark').selectAll().where('ceremony', '=', ceremony).orderBy('at').execute()
  return rows.map(({ seat, at, method, by_name: byName }) => ({ seat, at, method, byName }))
}
