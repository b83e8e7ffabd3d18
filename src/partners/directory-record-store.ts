/** SQL that saves records of the directory, many at once. */
import { sql } from 'kysely'
import type { Tx } from '#src/platform/database/tables.ts'
import { fold, terms } from '#src/platform/search/terms.ts'
import type { DirectoryRecord } from './ror-record.ts'
import './directory-tables.ts'

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
