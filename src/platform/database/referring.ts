/** Where a table is referred to: asked of the database itself, so that a table added tomorrow counts. */
import { sql } from 'kysely'
import type { Db } from './tables.ts'

export interface Referring {
  table: string
  column: string
}

/** Every column that is a foreign key on a table. */
export async function referring(db: Db, table: string): Promise<Referring[]> {
  const { rows } = await sql<Referring>`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${table}::regclass order by 1, 2`.execute(db)
  return rows
}

/** Whether a row somewhere refers to this key. @param o.but tables that do not count */
export async function isReferredTo(
  db: Db,
  o: { table: string; key: string; but?: readonly string[] },
): Promise<boolean> {
  const { but = [] } = o
  const where = (await referring(db, o.table)).filter(({ table }) => !but.includes(table))
  const found = where.map(
    ({ table, column }) => sql`exists (select from ${sql.table(table)} where ${sql.ref(column)}::text = ${o.key})`,
  )
  const { rows } = await sql<{ used: boolean }>`select ${sql.join([sql`false`, ...found], sql` or `)} as used`.execute(
    db,
  )
  return rows[0]!.used
}
