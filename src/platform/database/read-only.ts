/** Closes a whole database to writing, for every process at once, and opens it again. The role must own the database. */
import type { Pool } from 'pg'

/** Milliseconds a session has to end in; its transaction is rolled back, which takes no time worth speaking of. */
const patience = 30_000

/**
 * When this returns nobody writes there any more: sessions begun before have ended, later ones can only read. Not waited for, one could
 * still commit what a copy made meanwhile does not hold.
 */
export async function closeToWriting(pool: Pool, database: string): Promise<void> {
  await pool.query(`alter database ${quoted(database)} set default_transaction_read_only = on`)
  await endSessions(pool, database)
}

/** Sessions begun while it was closed could only read for as long as they last: they are ended too. */
export async function openToWriting(pool: Pool, database: string): Promise<void> {
  await pool.query(`alter database ${quoted(database)} reset default_transaction_read_only`)
  await endSessions(pool, database)
}

async function endSessions(pool: Pool, database: string): Promise<void> {
  await pool.query(
    `select pg_terminate_backend(pid, $2) from pg_stat_activity
      where datname = $1 and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    [database, patience],
  )
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
