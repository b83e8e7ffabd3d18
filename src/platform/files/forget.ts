/** Takes files out that nothing refers to any more. */
import { sql } from 'kysely'
import type { Tx } from '#src/platform/database/tables.ts'
import './store.ts'

/**
 * Deletes those of these files to which no row refers; the database's own foreign keys say which rows do. Documents are never deleted:
 * agreements know them by their hash alone.
 */
export async function forgetFiles(tx: Tx, hashes: string[], kind: 'image' | 'text'): Promise<void> {
  if (hashes.length === 0) return
  const { rows } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'file'::regclass`.execute(tx)
  const unused = rows.map(
    ({ table, column }) => sql`not exists (select from ${sql.table(table)} r where r.${sql.ref(column)} = file.sha256)`,
  )
  await sql`delete from file where sha256 = any(${hashes}) and starts_with(type, ${`${kind}/`})
    and ${sql.join(unused, sql` and `)}`.execute(tx)
}
