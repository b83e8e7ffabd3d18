/** SQL of the files put to an agreement of the register. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { fold, terms } from '#src/platform/search/terms.ts'
import type { Reach } from '#src/procedures/index.ts'
import type { FileKind } from './entry-tables.ts'
import './entry-tables.ts'
import { entryWithin } from './reach-store.ts'

export async function filesOf(db: Db, entry: string) {
  return db
    .selectFrom('agreement_entry_file')
    .select(['id', 'file', 'name', 'kind', 'added_at', 'by_name'])
    .where('entry', '=', entry)
    .orderBy('added_at')
    .execute()
}

/** A file of any entry within a reach, with its bytes. */
export async function findEntryFile(db: Db, id: string, reach: Reach) {
  return db
    .selectFrom('agreement_entry_file')
    .innerJoin('file', 'file.sha256', 'agreement_entry_file.file')
    .innerJoin('agreement_entry', 'agreement_entry.id', 'agreement_entry_file.entry')
    .select(['agreement_entry_file.name', 'type', 'bytes'])
    .where('agreement_entry_file.id', '=', id)
    .where(entryWithin(reach))
    .executeTakeFirst()
}

export interface NewFile {
  entry: string
  file: string
  name: string
  kind: FileKind
  at: Temporal.Instant
  byName: string
  text: string
}

/** Adds a file to an entry, found by what stands in it from now on. @returns false where it is there already */
export async function insertFile(tx: Tx, { entry, file, name, kind, at, byName, text }: NewFile): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('agreement_entry_file')
    .values({ id: crypto.randomUUID(), entry, file, name, kind, added_at: at, by_name: byName, text })
    .onConflict((c) => c.columns(['entry', 'file']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  await tx
    .updateTable('agreement_entry_text')
    .set((eb) => ({
      haystack: sql<string>`${eb.ref('haystack')} || ' ' || ${fold(text)}`,
      terms: sql<string[]>`${eb.ref('terms')} || ${terms(text)}::text[]`,
    }))
    .where('entry', '=', entry)
    .execute()
  return true
}

/** What both sides have anyhow, and may be handed on: no drafts, nothing that was put to it for whatever reason. */
export const isShared = (kind: FileKind): boolean => kind === 'signed' || kind === 'translation' || kind === 'annex'
