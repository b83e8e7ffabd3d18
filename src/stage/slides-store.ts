/** SQL of slides: one document for an item, and the pictures of its pages. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'
import type { DrawnSlide, SlidesTable } from './tables.ts'

export interface Deck {
  ceremony: string
  item: string
  /** SHA-256 of the document. */
  file: string
  name: string
  party: string
  at: Temporal.Instant
  /** Null until they are drawn. */
  pages: DrawnSlide[] | null
  /** Why they cannot be drawn. */
  problem: string | null
}

const toDeck = (row: SlidesTable): Deck => ({ ...row, pages: row.pages as unknown as Deck['pages'] })

/** Saves an item's document; the later one stands, whichever side's it is. @returns false for one that came too late */
export async function saveDeck(tx: Tx, deck: Omit<Deck, 'problem'>): Promise<boolean> {
  const pages = deck.pages === null ? (null as unknown as string) : JSON.stringify(deck.pages)
  const { ceremony, item, ...rest } = { ...deck, pages, problem: null }
  const saved = await tx
    .insertInto('stage_slides')
    .values({ ceremony, item, ...rest })
    .onConflict((c) => c.columns(['ceremony', 'item']).doUpdateSet(rest).where('stage_slides.at', '<', deck.at))
    .returning('item')
    .executeTakeFirst()
  return saved !== undefined
}

export async function decksOf(db: Db, ceremony: string): Promise<Deck[]> {
  const rows = await db.selectFrom('stage_slides').selectAll().where('ceremony', '=', ceremony).execute()
  return (rows as unknown as SlidesTable[]).map(toDeck)
}

/** One document whose pages nobody has drawn yet. */
export async function undrawnDeck(db: Db): Promise<Deck | undefined> {
  const row = await db
    .selectFrom('stage_slides')
    .selectAll()
    .where('pages', 'is', null)
    .where('problem', 'is', null)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  return row && toDeck(row as unknown as SlidesTable)
}

export async function savePages(
  tx: Tx,
  file: string,
  found: { pages: DrawnSlide[] } | { problem: string },
): Promise<void> {
  const change = 'pages' in found ? { pages: JSON.stringify(found.pages) } : { problem: found.problem }
  await tx.updateTable('stage_slides').set(change).where('file', '=', file).execute()
}

/** The picture of a page, if the ceremony shows this document. */
export async function pageOf(db: Db, ceremony: string, file: string, page: number): Promise<DrawnSlide | undefined> {
  const row = await db
    .selectFrom('stage_slides')
    .select('pages')
    .where('ceremony', '=', ceremony)
    .where('file', '=', file)
    .executeTakeFirst()
  return (row?.pages as unknown as DrawnSlide[] | null | undefined)?.[page - 1]
}

/** Those of these files that are pictures of pages some ceremony shows. */
export async function drawnAmong(db: Db, files: string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct page->>'sha256' as sha256 from stage_slides, jsonb_array_elements(pages) page
    where pages is not null and page->>'sha256' = any(${files})`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}
