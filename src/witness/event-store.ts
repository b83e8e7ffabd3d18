/** SQL of what our own entries say in clear, and of the time-stamps on our checkpoints. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Json } from '#src/platform/record.ts'
import { erasePartnerEvents } from './partner-event-store.ts'

export interface LoggedEvent {
  index: number
  event: string
  about: { kind: string; id: string }
  at: Temporal.Instant
  /** Both null once erased. */
  salt: Uint8Array | null
  facts: Record<string, Json> | null
}

export async function insertEvent(
  tx: Tx,
  { index, event, about, at, salt, facts }: LoggedEvent & { salt: Uint8Array; facts: Record<string, Json> },
): Promise<void> {
  await tx
    .insertInto('tlog_event')
    .values({
      index,
      event,
      about_kind: about.kind,
      about_id: about.id,
      at,
      salt: Buffer.from(salt),
      facts: JSON.stringify(facts),
      erased_at: null,
    })
    .execute()
}

/** An entry that came back without what it says in clear. */
export async function insertLostEvent(
  tx: Tx,
  { index, event, at }: { index: number; event: string; at: Temporal.Instant },
): Promise<void> {
  const nothing = { salt: null, facts: null as unknown as string, erased_at: at }
  await tx
    .insertInto('tlog_event')
    .values({ index, event, about_kind: 'log', about_id: '', at, ...nothing })
    .execute()
}

/** What an entry that came back alone says in clear. An entry that was erased stays so: that was about something. */
export async function fillLostEvent(
  tx: Tx,
  { index, event, about, at, salt, facts }: LoggedEvent & { salt: Uint8Array; facts: Record<string, Json> },
): Promise<void> {
  const kept = { salt: Buffer.from(salt), facts: JSON.stringify(facts), erased_at: null }
  await tx
    .updateTable('tlog_event')
    .set({ about_kind: about.kind, about_id: about.id, at, ...kept })
    .where('index', '=', String(index))
    .where('event', '=', event)
    .where('about_kind', '=', 'log')
    .execute()
}

const events = (db: Db) =>
  db.selectFrom('tlog_event').select(['index', 'event', 'about_kind', 'about_id', 'at', 'salt', 'facts'])

interface EventRow {
  index: string
  event: string
  about_kind: string
  about_id: string
  at: Temporal.Instant
  salt: Buffer | null
  facts: unknown
}

const asEvent = ({ about_kind: kind, about_id: id, index, facts, ...row }: EventRow): LoggedEvent => ({
  ...row,
  index: Number(index),
  about: { kind, id },
  facts: facts as LoggedEvent['facts'],
})

/** The latest events, newest first. */
export async function latestEvents(db: Db, limit: number): Promise<LoggedEvent[]> {
  return (await events(db).orderBy('index', 'desc').limit(limit).execute()).map(asEvent)
}

export async function findEvent(db: Db, index: number): Promise<LoggedEvent | undefined> {
  const row = await events(db).where('index', '=', String(index)).executeTakeFirst()
  return row && asEvent(row)
}

/** Everything logged about one thing, oldest first. */
export async function eventsAbout(db: Db, kind: string, id: string): Promise<LoggedEvent[]> {
  const rows = await events(db).where('about_kind', '=', kind).where('about_id', '=', id).orderBy('index').execute()
  return rows.map(asEvent)
}

/** Forgets what entries about one thing say. The log keeps their hashes, which then mean nothing to anyone. */
export async function eraseEvents(tx: Tx, kind: string, id: string, at: Temporal.Instant): Promise<number> {
  await erasePartnerEvents(tx, kind, id)
  const { numUpdatedRows } = await tx
    .updateTable('tlog_event')
    .set({ salt: null, facts: null, erased_at: at })
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export interface StoredStamp {
  size: number
  /** ROR id of whose authority stamped. */
  institution: string
  /** DER. */
  token: Uint8Array
  stampedAt: Temporal.Instant
}

export async function insertStamp(tx: Tx, origin: string, stamp: StoredStamp, at: Temporal.Instant): Promise<void> {
  const { size, institution, token, stampedAt: stamped_at } = stamp
  await tx
    .insertInto('tlog_stamp')
    .values({ origin, size, institution, token: Buffer.from(token), stamped_at, stored_at: at })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The latest stamp of each authority on a log. */
export async function latestStamps(db: Db, origin: string): Promise<StoredStamp[]> {
  const rows = await db
    .selectFrom('tlog_stamp')
    .selectAll()
    .distinctOn('institution')
    .where('origin', '=', origin)
    .orderBy('institution')
    .orderBy('stamped_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, size: Number(row.size), stampedAt: row.stamped_at }))
}

/** The earliest stamp by an authority on a checkpoint of at least `size` entries: what proves an entry was there by then. */
export async function firstStampFrom(
  db: Db,
  origin: string,
  { institution, size }: { institution: string; size: number },
): Promise<StoredStamp | undefined> {
  const row = await db
    .selectFrom('tlog_stamp')
    .selectAll()
    .where('origin', '=', origin)
    .where('institution', '=', institution)
    .where('size', '>=', String(size))
    .orderBy('stamped_at')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, size: Number(row.size), stampedAt: row.stamped_at }
}
