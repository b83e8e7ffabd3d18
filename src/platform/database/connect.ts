/** Opens the database. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { TemporalClient } from './client.ts'
import type { Db } from './tables.ts'

export interface Connection {
  db: Db
  pool: pg.Pool
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Connections held at most. */
  max?: number
  /** Shown in `pg_stat_activity`. */
  name?: string
}

/**
 * Opens a pool of connections to `url` and checks that the server answers.
 * @throws whatever `pg` says when the server cannot be reached or refuses the password
 */
export async function connect(
  url: string,
  { max = 10, name = 'chirograph' }: ConnectOptions = {},
): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: url,
    Client: TemporalClient as unknown as new () => pg.Client,
    max,
    application_name: name,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  })
  // A server that restarts breaks idle connections; the pool drops them, and the next query opens a new one.
  pool.on('error', () => {})
  // One at work between two queries has nobody else to tell: its next query fails, and its transaction with it.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  const close = async () => {
    await db.destroy()
    // Kysely ends only a pool it has used.
    if (!pool.ended) await pool.end()
  }
  try {
    await pool.query('select 1')
  } catch (error) {
    await close()
    throw error
  }
  return { db, pool, close }
}

/** `count(*)` as a number: ids are int8 and come as strings, so a bare `count(*)` would too. */
export const countRows = sql<number>`count(*)::int4`
