/** Takes files out that nothing refers to any more. */
import { sql } from 'kysely'
import { referring } from '#src/platform/database/referring.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import './store.ts'

/**
 * Deletes those of these files to which no row refers; the database's own foreign keys say which rows do. Documents are never deleted:
 * agreements know them by their hash alone.
 */
export async function forgetFiles(tx: Tx, hashes: string[], kind: 'image' | 'text'): Promise<void> {
  if (hashes.length === 0) return
  const unused = (await referring(tx, 'file')).map(
    ({ table, column }) => sql`not exists (select from ${sql.table(table)} r where r.${sql.ref(column)} = file.sha256)`,
  )
  await sql`delete from file where sha256 = any(${hashes}) and starts_with(type, ${`${kind}/`})
    and ${sql.join(unused, sql` and `)}`.execute(tx)
}
