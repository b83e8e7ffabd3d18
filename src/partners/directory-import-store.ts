/** SQL of imports of the directory: one at a time, counted, searchable at once. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './directory-tables.ts'

/** One import at a time; readers are not held up. */
export async function lockDirectory(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('directory'))`.execute(tx)
}

export async function beginImport(
  tx: Tx,
  { at, byName, fileName }: { at: Temporal.Instant; byName: string; fileName: string },
): Promise<string> {
  const row = await tx
    .insertInto('directory_import')
    .values({ at, by_name: byName, file_name: fileName, records: 0, added: 0, changed: 0, withdrawn: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function endImport(
  tx: Tx,
  id: string,
  { records, added, changed, withdrawn }: { records: number; added: number; changed: number; withdrawn: number },
): Promise<void> {
  await tx.updateTable('directory_import').set({ records, added, changed, withdrawn }).where('id', '=', id).execute()
}

/** Counts anew which words occur in how many names. */
export async function rebuildVocabulary(tx: Tx): Promise<void> {
  await tx.deleteFrom('directory_term').execute()
  await sql`insert into directory_term (term, names)
    select term, count(*) from directory_name, unnest(terms) as term group by term`.execute(tx)
  // What an import adds waits in a list that every search would read through.
  for (const index of ['directory_name_by_term', 'directory_term_by_likeness'])
    await sql`select gin_clean_pending_list(${index}::regclass)`.execute(tx)
  for (const table of ['directory_name', 'directory_term', 'directory_institution', 'directory_relation'])
    await sql`analyze ${sql.table(table)}`.execute(tx)
}

/** The newest import, or nothing where none was made. */
export async function lastImport(db: Db) {
  return db.selectFrom('directory_import').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
}

export async function directorySize(db: Db): Promise<number> {
  const row = await db
    .selectFrom('directory_institution')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
