/** SQL of partner nodes that say they are reached at another address. */
import type { Db, Tx } from '#src/platform/database/tables.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    peer_move: PeerMove
  }
}

export interface PeerMove {
  institution: string
  address: string
  site: string
  heard_at: Temporal.Instant
}

export async function peerMoves(db: Db): Promise<PeerMove[]> {
  return db.selectFrom('peer_move').selectAll().execute()
}

export async function findPeerMove(db: Db, institution: string): Promise<PeerMove | undefined> {
  return db.selectFrom('peer_move').selectAll().where('institution', '=', institution).executeTakeFirst()
}

/** The latest counts. */
export async function savePeerMove(tx: Tx, move: PeerMove): Promise<void> {
  const { institution: _, ...rest } = move
  const row = tx.insertInto('peer_move').values(move)
  await row.onConflict((c) => c.column('institution').doUpdateSet(rest)).execute()
}

export async function removePeerMove(tx: Tx, institution: string): Promise<void> {
  await tx.deleteFrom('peer_move').where('institution', '=', institution).execute()
}
