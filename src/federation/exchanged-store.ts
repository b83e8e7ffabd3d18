/** SQL of what two nodes have finished exchanging, and of what one of them has lost since. */
import type { ColumnType, Generated } from 'kysely'
import type { Db, JsonColumn, Tx } from '#src/platform/database/tables.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    exchanged: ExchangedTable
    lost_message: LostTable
  }
}

/** The headers that carry a message's signature. */
export interface Proof {
  digest: string
  input: string
  signature: string
}

interface ExchangedTable {
  position: Generated<string>
  message_id: string
  institution: string
  ours: boolean
  envelope: string
  answer: string
  proof: JsonColumn<Proof | null>
  at: Temporal.Instant
}

interface LostTable {
  message_id: string
  institution: string
  ours: boolean
  kind: string
  about: string
  position: ColumnType<string, string | number, never>
  exchanged_at: Temporal.Instant
  noticed_at: Temporal.Instant
  taken_back_at: Temporal.Instant | null
  refused: string | null
  settled_at: Temporal.Instant | null
}

export interface Exchanged {
  id: string
  institution: string
  ours: boolean
  /** Canonical JSON, as it crossed. */
  envelope: string
  /** Canonical JSON of the final answer. */
  answer: string
  proof: Proof | null
  at: Temporal.Instant
}

/** Keeps what both nodes are done with; once. */
export async function saveExchanged(tx: Tx, { id: message_id, proof, ...rest }: Exchanged): Promise<void> {
  const kept = proof === null ? (null as unknown as string) : JSON.stringify(proof)
  await tx
    .insertInto('exchanged')
    .values({ message_id, proof: kept, ...rest })
    .onConflict((c) => c.column('message_id').doNothing())
    .execute()
}

/** What was exchanged with one partner after a position, in our order. */
export async function exchangedAfter(db: Db, institution: string, after: number, limit: number) {
  const rows = await db
    .selectFrom('exchanged')
    .select(['position', 'message_id', 'ours', 'at'])
    .where('institution', '=', institution)
    .where('position', '>', String(after))
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(({ position, message_id: id, ours, at }) => ({ position: Number(position), id, ours, at }))
}

export async function findExchanged(db: Db, institution: string, id: string): Promise<Exchanged | undefined> {
  const row = await db
    .selectFrom('exchanged')
    .selectAll()
    .where('message_id', '=', id)
    .where('institution', '=', institution)
    .executeTakeFirst()
  return row && { ...row, id: row.message_id }
}

/** Which of these ids this node is done with. */
export async function knownOf(db: Db, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('exchanged').select('message_id').where('message_id', 'in', ids).execute()
  return new Set(rows.map((r) => r.message_id))
}

/** Messages of ours to one partner that wait for its answer. */
export async function openMessages(db: Db, institution: string): Promise<unknown[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('body')
    .where('topic', '=', 'message')
    .where('done_at', 'is', null)
    .execute()
  return rows.map((r) => r.body).filter((body) => (body as { to: string }).to === institution)
}

export async function comparedPosition(db: Db, institution: string): Promise<number> {
  const row = await db.selectFrom('peer').select('compared_position').where('institution', '=', institution)
  return Number((await row.executeTakeFirstOrThrow()).compared_position)
}

export async function saveComparedPosition(db: Db, institution: string, position: number): Promise<void> {
  const set = { compared_position: String(position) }
  await db.updateTable('peer').set(set).where('institution', '=', institution).execute()
}

/** Notes that the partner's node asks for what it has lost. */
export async function noteAskedBack(db: Db, institution: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable('peer').set({ asked_back_at: at }).where('institution', '=', institution).execute()
}
