/** SQL of partnerships. */
import { sql } from 'kysely'
import { countRows } from '#src/platform/database/connect.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Partnership } from './partnership.ts'
import './partnership-tables.ts'

/** With the months without a sign of life after which it counts as dormant. */
export type KnownPartnership = Partnership & { dormant_after: number }

export async function findPartnership(db: Db, partner: string): Promise<KnownPartnership | undefined> {
  return db.selectFrom('partnership').selectAll().where('partner', '=', partner).executeTakeFirst()
}

/** How many partnerships there are, and how many of them with key partners. */
export async function partnerCounts(db: Db): Promise<{ all: number; key: number }> {
  return db
    .selectFrom('partnership')
    .select([countRows.as('all'), sql<number>`(count(*) filter (where state = 'key_partner'))::int`.as('key')])
    .executeTakeFirstOrThrow()
}

export async function partnerships(db: Db): Promise<Partnership[]> {
  return db.selectFrom('partnership').selectAll().execute()
}

/** Holds the partnership's row until the transaction ends. */
export async function lockPartnership(tx: Tx, partner: string): Promise<KnownPartnership | undefined> {
  return tx.selectFrom('partnership').selectAll().where('partner', '=', partner).forUpdate().executeTakeFirst()
}

/** Begins the record of a partnership in the given state, once; repeated calls change nothing. */
export async function startPartnership(tx: Tx, p: Partnership): Promise<void> {
  await tx
    .insertInto('partnership')
    .values(p)
    .onConflict((c) => c.column('partner').doNothing())
    .execute()
}
