/** Looking after the outbox table. */
import { sql } from 'kysely'
import { countRows } from '#src/platform/database/connect.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { type Following, queue } from '#src/platform/record.ts'

/** How many items are still to be delivered. */
export async function openItems(db: Db): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select(countRows.as('n'))
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

/**
 * Makes what failed in a stream, or in all whose names begin so, due now: the partner has just been heard from, so there is no need to wait on.
 * An item being delivered at this moment is passed by: waiting for it could mean two nodes waiting for each other.
 */
export async function hurry(tx: Tx, stream: string, now: Temporal.Instant): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ due_at: now })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where(sql<boolean>`starts_with(stream, ${stream})`)
        .where('done_at', 'is', null)
        .where('attempts', '>', 0)
        .where('due_at', '>', now)
        .forUpdate()
        .skipLocked(),
    )
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await sql`notify outbox`.execute(tx)
}

/**
 * Drops what waits in a stream because an item about to be queued says all of it anew. One being delivered at this moment is
 * passed by: it arrives, and then the newer one.
 */
export async function supersede(tx: Tx, stream: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ done_at: now, last_error: 'superseded' })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('stream', '=', stream)
        .where('done_at', 'is', null)
        .forUpdate()
        .skipLocked(),
    )
    .execute()
}

/**
 * Queues an item unless the same one waits in its stream already: for work that always does all there is to do. The one that waits is
 * held until this transaction ends, so it is not begun before what this transaction wrote can be seen; one being delivered
 * at this moment does not count.
 */
export async function queueOnce(tx: Tx, at: Temporal.Instant, item: Following & { stream: string }): Promise<void> {
  const waiting = await tx
    .selectFrom('outbox')
    .select('id')
    .where('stream', '=', item.stream)
    .where('done_at', 'is', null)
    .where(sql<boolean>`body = ${JSON.stringify(item.body)}::jsonb`)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!waiting) await queue(tx, at, [item])
}

/** Deletes items delivered before an instant; the journal, not the outbox, is the record of what happened. */
export async function cleanOutbox(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('outbox').where('done_at', '<', before).execute()
}
