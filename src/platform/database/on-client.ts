/** A transaction somebody else began on a connection of their own, as the acts know one. */
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { Tx } from './tables.ts'

/** The caller begins and ends the transaction; what is done here is part of it. */
export function txOn(client: pg.ClientBase): Tx {
  const lent = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => lent, end: async () => {} } as unknown as PostgresPool
  return new Kysely({ dialect: new PostgresDialect({ pool }) }) as unknown as Tx
}
