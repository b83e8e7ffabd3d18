/** All SQL of the directory: saving records, and reading one with its family. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { fold, terms } from '#src/platform/search/terms.ts'
import './directory-tables.ts'
import type { DirectoryRecord } from './ror-record.ts'

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

/** Inserts what is new and replaces what is newer, names and relations with it. One statement each, whatever the number. */
export async function saveRecords(
  tx: Tx,
  id: string,
  records: DirectoryRecord[],
): Promise<{ added: number; changed: number }> {
  const saved = await upsertInstitutions(tx, id, records)
  const fresh = new Set(saved.map((s) => s.ror))
  const changed = saved.filter((s) => !s.added).map((s) => s.ror)
  if (changed.length > 0) {
    await tx.deleteFrom('directory_name').where('ror', 'in', changed).execute()
    await tx.deleteFrom('directory_relation').where('ror', 'in', changed).execute()
  }
  const newer = records.filter((r) => fresh.has(r.ror))
  await insertNames(tx, newer)
  await insertRelations(tx, newer)
  return { added: saved.length - changed.length, changed: changed.length }
}

async function upsertInstitutions(tx: Tx, id: string, records: DirectoryRecord[]) {
  const rows = records.map(({ names: _, relations: __, nameZh, ...r }) => ({ ...r, name_zh: nameZh }))
  const { rows: saved } = await sql<{ ror: string; added: boolean }>`
    insert into directory_institution as known (ror, status, name, name_zh, kinds, country, subdivision, city, latitude,
      longitude, established, website, domains, identifiers, modified, import)
    select ror, status, name, name_zh, kinds, country, subdivision, city, latitude, longitude, established, website,
      domains, identifiers, modified, ${id}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (ror text, status text, name text, name_zh text,
      kinds text[], country text, subdivision text, city text, latitude double precision, longitude double precision,
      established integer, website text, domains text[], identifiers jsonb, modified date)
    on conflict (ror) do update set (status, name, name_zh, kinds, country, subdivision, city, latitude, longitude,
      established, website, domains, identifiers, modified, import) = (excluded.status, excluded.name, excluded.name_zh,
      excluded.kinds, excluded.country, excluded.subdivision, excluded.city, excluded.latitude, excluded.longitude,
      excluded.established, excluded.website, excluded.domains, excluded.identifiers, excluded.modified, excluded.import)
    where known.modified < excluded.modified
    returning ror, xmax = 0 as added`.execute(tx)
  return saved
}

async function insertNames(tx: Tx, records: DirectoryRecord[]): Promise<void> {
  const rows = records.flatMap((r) =>
    r.names.map((n, position) => ({ ror: r.ror, position, ...n, folded: fold(n.name), terms: terms(n.name) })),
  )
  await sql`insert into directory_name (ror, position, name, language, kinds, folded, terms)
    select ror, position, name, language, kinds, folded, terms
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (ror text, position integer, name text,
      language text, kinds text[], folded text, terms text[])`.execute(tx)
}

async function insertRelations(tx: Tx, records: DirectoryRecord[]): Promise<void> {
  const rows = records.flatMap((r) => r.relations.map((relation) => ({ ror: r.ror, ...relation })))
  await sql`insert into directory_relation (ror, kind, other, label)
    select ror, kind, other, label
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (ror text, kind text, other text, label text)`.execute(
    tx,
  )
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

/** One record as the directory has it. */
export async function findInDirectory(db: Db, ror: string) {
  return db.selectFrom('directory_institution').selectAll().where('ror', '=', ror).executeTakeFirst()
}
export type InDirectory = NonNullable<Awaited<ReturnType<typeof findInDirectory>>>

export async function namesOf(db: Db, ror: string) {
  return db.selectFrom('directory_name').selectAll().where('ror', '=', ror).orderBy('position').execute()
}

/** Whom a record names as parent, child, related, predecessor or successor, with what the directory knows of them. */
export async function familyOf(db: Db, ror: string) {
  return db
    .selectFrom('directory_relation as r')
    .leftJoin('directory_institution as other', 'other.ror', 'r.other')
    .select([
      'r.kind',
      'r.other',
      'r.label',
      'other.status',
      'other.kinds',
      'other.name',
      'other.name_zh',
      'other.city',
    ])
    .where('r.ror', '=', ror)
    .orderBy('r.kind')
    .orderBy('r.label')
    .execute()
}
export type Relative = Awaited<ReturnType<typeof familyOf>>[number]
