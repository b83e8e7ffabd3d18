/** One attempt to deliver one item. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Json } from '#src/platform/record.ts'
import type { Clock } from '#src/platform/time.ts'
import type { BackOff } from './back-off.ts'
import type { Deliverer, Item } from './deliverer.ts'

export interface Delivery {
  db: Db
  clock: Clock
  deliverers: Record<string, Deliverer>
  backOff: BackOff
}

export interface Attempt {
  item: Item
  /** Why it failed; null when it was delivered. */
  error: string | null
}

/** What is not taken this time. */
export interface LeftAside {
  /** By id. */
  items?: readonly string[]
  topic?: string
}

const nothing = () => {}

/**
 * Takes the first item that is due and not taken, and tries to deliver it.
 *
 * The row stays locked while it is worked on: another process passes it by, and if this one is killed PostgreSQL
 * lets go of the lock and the item is simply found again. Only the first open item of a stream is ever taken.
 * @param taken told once there is an item, before it is worked on
 * @returns null when nothing is due but what is left aside
 */
export async function attemptNext(delivery: Delivery, not: LeftAside = {}, taken = nothing): Promise<Attempt | null> {
  return delivery.db.transaction().execute(async (tx) => {
    const item = await claim(tx, delivery.clock(), not)
    if (!item) return null
    taken()
    const error = await attempt(tx, item, delivery)
    const now = delivery.clock()
    const result = error
      ? { attempts: item.attempts + 1, last_error: error, due_at: later(now, delivery.backOff(item.attempts + 1)) }
      : { done_at: now }
    await tx.updateTable('outbox').set(result).where('id', '=', item.id).execute()
    return { item, error }
  })
}

/** The instant of the next item that is not due yet; null when there is none. */
export async function nextDue(db: Db, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const row = await heads(db)
    .select((eb) => eb.fn.min('o.due_at').as('at'))
    .where('o.due_at', '>', now)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Open items with no open item before them in their stream. */
function heads(db: Db) {
  return db
    .selectFrom('outbox as o')
    .where('o.done_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as before')
            .select('before.id')
            .whereRef('before.stream', '=', 'o.stream')
            .whereRef('before.id', '<', 'o.id')
            .where('before.done_at', 'is', null),
        ),
      ),
    )
}

async function claim(tx: Tx, now: Temporal.Instant, { items = [], topic: aside }: LeftAside): Promise<Item | null> {
  const row = await heads(tx)
    .selectAll('o')
    .where('o.due_at', '<=', now)
    .$if(items.length > 0, (query) => query.where('o.id', 'not in', [...items]))
    .$if(aside !== undefined, (query) => query.where('o.topic', '<>', aside!))
    .orderBy('o.id')
    .limit(1)
    .forUpdate('o')
    .skipLocked()
    .executeTakeFirst()
  if (!row) return null
  const { id, topic, stream, attempts } = row
  return { id, topic, stream, attempts, body: row.body as Json, queuedAt: row.created_at }
}

/** Returns why it failed, or null. What a failed `inTransaction` wrote is taken back. */
async function attempt(tx: Tx, item: Item, { db, deliverers }: Delivery): Promise<string | null> {
  const deliverer = deliverers[item.topic]
  if (!deliverer) return `nothing delivers the topic ${item.topic}`
  try {
    if (typeof deliverer === 'function') {
      const result = await deliverer(item, { db })
      return result === 'done' ? null : brief(result.retry)
    }
    await sql`savepoint delivery`.execute(tx)
    await deliverer.inTransaction(tx, item)
    return null
  } catch (error) {
    if (typeof deliverer !== 'function') await sql`rollback to savepoint delivery`.execute(tx)
    return brief(error instanceof Error ? error.message : String(error))
  }
}

const brief = (reason: string) => reason.slice(0, 500) || 'no reason given'

const later = (now: Temporal.Instant, milliseconds: number) => now.add({ milliseconds })
