/** SQL of lists brought in. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Settings } from './settings.ts'
import type { Said, SavedOutcome } from './tables.ts'
import './tables.ts'

export async function insertImport(
  tx: Tx,
  one: { id: string; file: string; name: string; by: { id: string; name: string }; at: Temporal.Instant },
): Promise<void> {
  const { id, file, name, by, at } = one
  await tx
    .insertInto('entry_import')
    .values({
      id,
      file,
      name,
      state: 'prepared',
      settings: '{}',
      revision: 1,
      began_by: by.id,
      began_by_name: by.name,
      began_at: at,
    })
    .execute()
}

/** The newest first. */
export async function imports(db: Db, limit: number) {
  return db
    .selectFrom('entry_import')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('entry_import_row')
        .whereRef('import', '=', 'entry_import.id')
        .where('outcome', '=', 'new')
        .select(({ fn }) => fn.countAll<string>().as('n'))
        .as('entered'),
    )
    .orderBy('began_at', 'desc')
    .limit(limit)
    .execute()
}

export async function findImport(db: Db, id: string) {
  return db.selectFrom('entry_import').selectAll().where('id', '=', id).executeTakeFirst()
}

export type Import = NonNullable<Awaited<ReturnType<typeof findImport>>>

/** Holds the import's row until the transaction ends. */
export async function lockImport(tx: Tx, id: string): Promise<Import> {
  return tx.selectFrom('entry_import').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

/** @returns false where it was changed since that revision, or brought in */
export async function saveSettings(db: Db, id: string, settings: Settings, revision: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('entry_import')
    .set({ settings: JSON.stringify(settings), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'prepared')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function saveDone(tx: Tx, id: string, by: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('entry_import')
    .set({ state: 'done', done_by_name: by, done_at: at })
    .where('id', '=', id)
    .execute()
}

export async function saveUndone(tx: Tx, id: string, by: string, at: Temporal.Instant): Promise<void> {
  const set = { state: 'undone' as const, undone_by_name: by, undone_at: at }
  await tx.updateTable('entry_import').set(set).where('id', '=', id).execute()
}

/** One that was never brought in leaves nothing behind but its file. */
export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('entry_import').where('id', '=', id).where('state', '=', 'prepared').execute()
}

export interface SavedRow {
  line: number
  outcome: SavedOutcome
  entry: string | null
  said: Said
}

export async function insertRows(tx: Tx, id: string, rows: SavedRow[]): Promise<void> {
  for (let n = 0; n < rows.length; n += 1_000)
    await tx
      .insertInto('entry_import_row')
      .values(rows.slice(n, n + 1_000).map((row) => ({ ...row, import: id, said: JSON.stringify(row.said) })))
      .execute()
}

export async function rowsOf(db: Db, id: string): Promise<SavedRow[]> {
  return db
    .selectFrom('entry_import_row')
    .select(['line', 'outcome', 'entry', 'said'])
    .where('import', '=', id)
    .orderBy('line')
    .execute()
}
