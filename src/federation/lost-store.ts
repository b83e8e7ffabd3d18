/** SQL of messages this node once had and no longer has. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './exchanged-store.ts'

export interface LostMessage {
  id: string
  institution: string
  /** Sent by us. */
  ours: boolean
  kind: string
  about: string
  exchangedAt: Temporal.Instant
  noticedAt: Temporal.Instant
  takenBackAt: Temporal.Instant | null
  /** Why it cannot be taken back by itself. */
  refused: string | null
  settledAt: Temporal.Instant | null
}

export async function saveLost(
  tx: Tx,
  lost: Omit<LostMessage, 'takenBackAt' | 'refused' | 'settledAt'> & { position: number },
): Promise<void> {
  const { id, institution, ours, kind, about, position, exchangedAt, noticedAt } = lost
  const row = { institution, ours, kind, about, position, exchanged_at: exchangedAt, noticed_at: noticedAt }
  await tx
    .insertInto('lost_message')
    .values({ message_id: id, ...row, taken_back_at: null, refused: null, settled_at: null })
    .onConflict((c) => c.doNothing())
    .execute()
}

const lost = (db: Db) => db.selectFrom('lost_message').selectAll().orderBy('position')

type Row = Awaited<ReturnType<ReturnType<typeof lost>['execute']>>[number]

const asLost = (r: Row): LostMessage => ({
  id: r.message_id,
  institution: r.institution,
  ours: r.ours,
  kind: r.kind,
  about: r.about,
  exchangedAt: r.exchanged_at,
  noticedAt: r.noticed_at,
  takenBackAt: r.taken_back_at,
  refused: r.refused,
  settledAt: r.settled_at,
})

/** What is still missing, in the partner's order. */
export async function missingFrom(db: Db, institution: string): Promise<LostMessage[]> {
  const here = lost(db).where('institution', '=', institution)
  const rows = await here.where('taken_back_at', 'is', null).where('settled_at', 'is', null).execute()
  return rows.map(asLost)
}

/** Everything ever lost, with what became of it. */
export async function lostMessages(db: Db): Promise<LostMessage[]> {
  return (await lost(db).execute()).map(asLost)
}

/** Whether what is missing may be about an agreement: then nothing is signed. Of what was not given back yet nobody knows. */
export async function isHolding(db: Db, institution: string): Promise<boolean> {
  return (await missingFrom(db, institution)).some(({ kind }) => kind === '' || /^(agreement|signing)\./.test(kind))
}

/** @returns how many there were */
export async function settleLostRows(tx: Tx, institution: string, at: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('lost_message')
    .set({ settled_at: at })
    .where('institution', '=', institution)
    .where('taken_back_at', 'is', null)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** What it was, once the partner's node has given it back. */
export async function nameLost(db: Db, id: string, { kind, about }: { kind: string; about: string }): Promise<void> {
  await db.updateTable('lost_message').set({ kind, about }).where('message_id', '=', id).execute()
}

export async function noteTakenBack(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('lost_message').set({ taken_back_at: at, refused: null }).where('message_id', '=', id).execute()
}

export async function noteNotTakenBack(db: Db, id: string, reason: string): Promise<void> {
  await db
    .updateTable('lost_message')
    .set({ refused: reason.slice(0, 300) })
    .where('message_id', '=', id)
    .execute()
}
