/** The configured node's database, for commands that work on it while the node does not run. */
import { join } from 'node:path'
import type { Pool } from 'pg'
import { readConfig } from '#src/config.ts'
import { connect } from '#src/platform/database/connect.ts'
import { startEmbedded } from '#src/platform/database/embedded.ts'
import { migrate, readMigrations } from '#src/platform/database/migrate.ts'
import type { Db } from '#src/platform/database/tables.ts'

/** Starts the embedded database where one is configured, brings it up to date, and closes everything afterwards. */
export async function withOwnDatabase<T>(work: (db: Db, own: { pool: Pool; url: string }) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const embedded = config.databaseUrl ? null : await startEmbedded({ folder: join(config.data, 'database') })
  try {
    const url = config.databaseUrl ?? embedded!.url
    const connection = await connect(url)
    try {
      await migrate(connection.pool, await readMigrations(join(import.meta.dirname, '..', '..', 'migrations')))
      return await work(connection.db, { pool: connection.pool, url })
    } finally {
      await connection.close()
    }
  } finally {
    await embedded?.stop()
  }
}
