/** Closes a whole database to writing, for every process at once, and opens it again. */
import type { Pool } from 'pg'

/** From now on nobody writes there: sessions begun before end, later ones can only read. The role must own the database. */
export async function closeToWriting(pool: Pool, database: string): Promise<void> {
  await pool.query(`alter database ${quoted(database)} set default_transaction_read_only = on`)
  await pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [database],
  )
}

export async function openToWriting(pool: Pool, database: string): Promise<void> {
  await pool.query(`alter database ${quoted(database)} reset default_transaction_read_only`)
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
