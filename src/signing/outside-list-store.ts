/** SQL of the revocation lists of outside authorities. */
import type { Db } from '#src/platform/database/tables.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    outside_list: OutsideListTable
  }
}

export interface OutsideListTable {
  address: string
  der: Buffer | null
  fetched_at: Temporal.Instant | null
  next_update: Temporal.Instant | null
  due_at: Temporal.Instant | null
  attempts: number
  last_error: string | null
}

export async function outsideLists(db: Db, addresses: string[]): Promise<OutsideListTable[]> {
  if (addresses.length === 0) return []
  return db.selectFrom('outside_list').selectAll().where('address', 'in', addresses).execute()
}

/** Has a list asked for; one that is being tried already keeps its time. */
export async function wantList(db: Db, address: string, at: Temporal.Instant): Promise<void> {
  const fresh = { der: null, fetched_at: null, next_update: null, attempts: 0, last_error: null }
  await db
    .insertInto('outside_list')
    .values({ address, due_at: at, ...fresh })
    .onConflict((c) =>
      c.column('address').doUpdateSet({ due_at: at, attempts: 0 }).where('outside_list.due_at', 'is', null),
    )
    .execute()
}

/** Whether any list came after an instant. */
export async function fetchedSince(db: Db, since: Temporal.Instant): Promise<boolean> {
  const row = await db.selectFrom('outside_list').select('address').where('fetched_at', '>', since).executeTakeFirst()
  return row !== undefined
}

export async function dueLists(db: Db, now: Temporal.Instant): Promise<OutsideListTable[]> {
  return db.selectFrom('outside_list').selectAll().where('due_at', '<=', now).orderBy('due_at').limit(20).execute()
}

export async function saveFetched(
  db: Db,
  address: string,
  list: { der: Uint8Array; nextUpdate: Temporal.Instant | null },
  at: Temporal.Instant,
): Promise<void> {
  const { der, nextUpdate: next_update } = list
  await db
    .updateTable('outside_list')
    .set({ der: Buffer.from(der), fetched_at: at, next_update, due_at: null, attempts: 0, last_error: null })
    .where('address', '=', address)
    .execute()
}

/** @param due when it is tried again; null to leave it */
export async function noteFailed(
  db: Db,
  { address, attempts }: Pick<OutsideListTable, 'address' | 'attempts'>,
  why: string,
  due: Temporal.Instant | null,
): Promise<void> {
  const failed = { due_at: due, attempts: attempts + 1, last_error: why.slice(0, 200) }
  await db.updateTable('outside_list').set(failed).where('address', '=', address).execute()
}
