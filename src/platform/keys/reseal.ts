/** Seals everything anew under another secret key, in one transaction: all of it or nothing. */
import { sql } from 'kysely'
import type { Tx } from '#src/platform/database/tables.ts'
import { openSecret, sealSecret } from './seal.ts'

/** A table with a column `sealed`: by what its rows are named, and the context each is sealed in. */
export interface SealedPlace {
  table: string
  id: string
  context: (id: string) => string
}

/** @returns how many secrets there were. @throws Refusal `secret_unreadable` where one does not open with the old key */
export async function reseal(tx: Tx, place: SealedPlace, keys: { old: Uint8Array; next: Uint8Array }): Promise<number> {
  const [table, id] = [sql.table(place.table), sql.ref(place.id)]
  const { rows } = await sql<{ id: unknown; sealed: Buffer }>`
    select ${id} as id, sealed from ${table} where sealed is not null for update`.execute(tx)
  for (const row of rows) {
    const context = place.context(String(row.id))
    const sealed = Buffer.from(sealSecret(keys.next, openSecret(keys.old, row.sealed, context), context))
    await sql`update ${table} set sealed = ${sealed} where ${id} = ${row.id} and sealed = ${row.sealed}`.execute(tx)
  }
  return rows.length
}
