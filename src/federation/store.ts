/** All SQL of the federation area: paired nodes, nonces, inbox. */
import type { ColumnType, Generated, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Db, JsonColumn, Tx } from '#src/platform/database/tables.ts'
import { lostMessages } from './lost-store.ts'
import { peerMoves } from './peer-move-store.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    peer: PeerTable
    peer_nonce: { institution: string; nonce: string; at: Temporal.Instant }
    inbox: InboxTable
    stranger_refusal: { day: ColumnType<Temporal.PlainDate, string, string>; reason: string; count: number }
  }
}

interface PeerTable {
  institution: string
  address: string
  site: string
  key: string
  root_certificate: string
  accent: string
  fingerprint: string
  proposed_by: string
  proposed_at: Temporal.Instant
  confirmed_by: string | null
  confirmed_at: Temporal.Instant | null
  last_heard_at: Temporal.Instant | null
  /** How far in the partner's order of messages everything is known to be here. */
  compared_position: Generated<string>
  asked_back_at: Temporal.Instant | null
}

export type Peer = Selectable<PeerTable>
/** What pairing says of a peer; how far the two have come since is not its business. */
export type PairedPeer = Omit<Peer, 'compared_position' | 'asked_back_at'>

interface InboxTable {
  message_id: string
  institution: string
  kind: string
  about: string
  received_at: Temporal.Instant
  answer_body: string | null
  answer_headers: JsonColumn<Record<string, string> | null>
}

export async function peers(db: Db): Promise<Peer[]> {
  return db.selectFrom('peer').selectAll().orderBy('institution').execute()
}

export async function findPeer(db: Db, institution: string): Promise<Peer | undefined> {
  return db.selectFrom('peer').selectAll().where('institution', '=', institution).executeTakeFirst()
}

/** As `findPeer`, held until the transaction ends, so that it cannot be entered anew in between. */
export async function lockPeer(tx: Tx, institution: string): Promise<Peer | undefined> {
  return tx.selectFrom('peer').selectAll().where('institution', '=', institution).forUpdate().executeTakeFirst()
}

/** Whether our office ever confirmed the peer, or a message of it was taken. */
export async function wasTalkedTo(db: Db, institution: string): Promise<boolean> {
  const taken = db.selectFrom('inbox').select('message_id').where('institution', '=', institution)
  const confirmed = db
    .selectFrom('journal')
    .select('id')
    .where('subject_kind', '=', 'node')
    .where('subject_id', '=', institution)
    .where('act', '=', 'node.confirmed')
  return [await taken.limit(1).executeTakeFirst(), await confirmed.limit(1).executeTakeFirst()].some(Boolean)
}

/** The peer, if both its data and our office's confirmation are there. Only such a peer is talked to. */
export async function findConfirmedPeer(db: Db, institution: string): Promise<Peer | undefined> {
  const peer = await findPeer(db, institution)
  return peer?.confirmed_at ? peer : undefined
}

/** Saves a proposed peer; a confirmation survives only where nothing pinned has changed. */
export async function savePeer(tx: Tx, peer: PairedPeer): Promise<void> {
  const { institution: _, ...rest } = peer
  await tx
    .insertInto('peer')
    .values(peer)
    .onConflict((c) => c.column('institution').doUpdateSet(rest))
    .execute()
}

export async function removePeer(tx: Tx, institution: string): Promise<void> {
  await tx.deleteFrom('peer').where('institution', '=', institution).where('confirmed_at', 'is', null).execute()
}

export async function confirmPeerRow(tx: Tx, institution: string, by: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('peer')
    .set({ confirmed_by: by, confirmed_at: at })
    .where('institution', '=', institution)
    .execute()
}

/** Notes that the peer was heard, for the screens; kept out of the journal. */
export async function heardFrom(db: Db, institution: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable('peer').set({ last_heard_at: at }).where('institution', '=', institution).execute()
}

/** Keeps a nonce and forgets those too old to be accepted anyway. @returns false where it was seen before */
export async function useNonce(db: Db, institution: string, nonce: string, at: Temporal.Instant): Promise<boolean> {
  await db
    .deleteFrom('peer_nonce')
    .where('at', '<', at.subtract({ minutes: 15 }))
    .execute()
  const saved = await db
    .insertInto('peer_nonce')
    .values({ institution, nonce, at })
    .onConflict((c) => c.doNothing())
    .returning('nonce')
    .executeTakeFirst()
  return saved !== undefined
}

/** Counts a refused stranger for the day, so that a flood of them is one row. */
export async function countStranger(db: Db, reason: string, at: Temporal.Instant): Promise<void> {
  const day = at.toZonedDateTimeISO('UTC').toPlainDate().toString()
  await db
    .insertInto('stranger_refusal')
    .values({ day, reason, count: 1 })
    .onConflict((c) => c.columns(['day', 'reason']).doUpdateSet({ count: sql`stranger_refusal.count + 1` }))
    .execute()
}

export async function strangers(db: Db) {
  return db.selectFrom('stranger_refusal').selectAll().orderBy('day', 'desc').limit(30).execute()
}

/** Takes a place in the inbox, waiting for another delivery of the same message. @returns false where it was answered */
export async function enterInbox(tx: Tx, row: Omit<InboxTable, 'answer_body' | 'answer_headers'>): Promise<boolean> {
  const saved = await tx
    .insertInto('inbox')
    .values({ ...row, answer_body: null, answer_headers: null as unknown as string })
    .onConflict((c) => c.column('message_id').doNothing())
    .returning('message_id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function saveAnswer(
  tx: Tx,
  messageId: string,
  body: string,
  headers: Record<string, string>,
): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ answer_body: body, answer_headers: JSON.stringify(headers) })
    .where('message_id', '=', messageId)
    .execute()
}

export async function findAnswer(db: Db, messageId: string) {
  return db
    .selectFrom('inbox')
    .select(['answer_body', 'answer_headers'])
    .where('message_id', '=', messageId)
    .executeTakeFirst()
}

/** How many messages for each partner wait, and since when. */
export async function waitingMessages(db: Db) {
  return db
    .selectFrom('outbox')
    .select((e) => [
      sql<string>`body->>'to'`.as('to'),
      e.fn.countAll<string>().as('count'),
      e.fn.min('created_at').as('since'),
      sql<string | null>`max(last_error)`.as('last_error'),
    ])
    .where('topic', '=', 'message')
    .where('done_at', 'is', null)
    .groupBy(sql`body->>'to'`)
    .execute()
}

/** Streams with messages for a partner that failed at least once. */
export async function waitingStreams(db: Db, to: string): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('stream')
    .distinct()
    .where('topic', '=', 'message')
    .where('done_at', 'is', null)
    .where('attempts', '>', 0)
    .where(sql<string>`body->>'to'`, '=', to)
    .execute()
  return rows.flatMap((r) => r.stream ?? [])
}

/** What the administrators' page shows: partner nodes with their institutions, waiting messages, strangers turned away. */
export async function readNodes(db: Db) {
  const [known, waiting, turnedAway] = [await peers(db), await waitingMessages(db), await strangers(db)]
  const names = await db
    .selectFrom('institution')
    .select(['ror', 'name_en', 'name_zh', 'city_en', 'city_zh', 'zone'])
    .where('ror', 'in', known.length ? known.map((p) => p.institution) : [''])
    .execute()
  const [moves, lost] = [await peerMoves(db), await lostMessages(db)]
  return { peers: known, waiting, strangers: turnedAway, names, moves, lost, changed: await changedPeers(db) }
}

/** Unconfirmed peers whose keys or address are others than the ones known before. */
async function changedPeers(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('journal')
    .innerJoin('peer', 'peer.institution', 'journal.subject_id')
    .select('institution')
    .distinct()
    .where('subject_kind', '=', 'node')
    .where('act', '=', 'node.proposed')
    .where('confirmed_at', 'is', null)
    .where(sql<boolean>`(detail->>'keysChanged')::boolean and detail->>'fingerprint' = peer.fingerprint`)
    .execute()
  return rows.map((r) => r.institution)
}
