/** Words of our own office hidden in every field that is for us alone. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import { type Field, internalFields } from './internal-fields.ts'

/** A word nobody writes, one for each field; the x ends it, so that none begins another. */
export const wordFor = (n: number): string => `zqplanted${n}x`
/** How all of them begin. */
export const stem = 'zqplanted'

/** Puts its word into every row of every field. @returns fields that have no row yet */
export async function plant(db: Db): Promise<string[]> {
  const bare: string[] = []
  await sql`update person set basis = 'consent' where basis = 'none'`.execute(db)
  const types = await columnTypes(db)
  for (const [n, field] of internalFields.entries()) {
    const { table, column, where = 'true' } = field
    const value = planted(field, types.get(`${table}.${column}`) ?? 'text', wordFor(n))
    const done =
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where ${sql.raw(where)}`.execute(db)
    if (done.numAffectedRows === 0n) bare.push(`${table}.${column}`)
  }
  return bare
}

function planted({ column, path }: Field, type: string, word: string) {
  const own = sql.ref(column)
  if (type === 'jsonb') return sql`jsonb_set(${own}, ${path}, to_jsonb(${word}::text))`
  if (type === '_text') return sql`array[${word}]`
  if (column === 'email') return sql`${word} || '@secret.example'`
  if (column === 'query') return sql`'q=' || ${word}`
  // What files and entries are searched by keeps what it had.
  if (column === 'haystack') return sql`${own} || ' ' || ${word}`
  return sql`${word}`
}

async function columnTypes(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{
    name: string
    type: string
  }>`select table_name || '.' || column_name as name, udt_name as type
    from information_schema.columns where table_schema = 'public'`.execute(db)
  return new Map(rows.map(({ name, type }) => [name, type]))
}

/** Everything a database holds, as text, table by table. */
export async function everything(db: Db): Promise<{ table: string; text: string }[]> {
  const { rows } = await sql<{ table_name: string }>`select table_name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  return Promise.all(
    rows.map(async ({ table_name: table }) => {
      const dump = await sql<{
        text: string
      }>`select coalesce(string_agg(t::text, ' '), '') as text from ${sql.table(table)} t`.execute(db)
      return { table, text: dump.rows[0]!.text }
    }),
  )
}
