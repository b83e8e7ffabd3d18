/** SQL of what two nodes know of each other's keys for logs, and of the authority we stamp with. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { type NoteKey, readVerifierKey } from '#src/platform/tlog/index.ts'
import type { PeerTable } from './tables.ts'

/** A partner's keys, as pinned. */
export interface LogPeer {
  institution: string
  log: NoteKey
  witness: NoteKey
  mirror: NoteKey
  /** PEM. */
  stampCertificate: string
  pinnedAt: Temporal.Instant
}

const asPeer = (row: PeerTable): LogPeer => ({
  institution: row.institution,
  log: readVerifierKey(row.log_key)!,
  witness: readVerifierKey(row.witness_key)!,
  mirror: readVerifierKey(row.mirror_key)!,
  stampCertificate: row.stamp_certificate,
  pinnedAt: row.pinned_at,
})

export async function logPeers(db: Db): Promise<LogPeer[]> {
  return (await db.selectFrom('tlog_peer').selectAll().orderBy('institution').execute()).map(asPeer)
}

export async function findLogPeer(db: Db, institution: string): Promise<LogPeer | undefined> {
  const row = await findPeerRow(db, institution)
  return row && asPeer(row)
}

/** The keys as they were sent, for comparing. */
export async function findPeerRow(db: Db, institution: string): Promise<PeerTable | undefined> {
  return db.selectFrom('tlog_peer').selectAll().where('institution', '=', institution).executeTakeFirst()
}

export async function pinPeerKeys(tx: Tx, row: PeerTable): Promise<void> {
  await tx.insertInto('tlog_peer').values(row).execute()
}

/** A renewed certificate under the pinned root takes the old one's place; the keys of the log do not move. */
export async function saveStampCertificate(tx: Tx, institution: string, certificate: string): Promise<void> {
  await tx
    .updateTable('tlog_peer')
    .set({ stamp_certificate: certificate })
    .where('institution', '=', institution)
    .execute()
}

/** The hash of the keys a partner was told last. */
export async function introducedWith(db: Db, institution: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('tlog_introduction')
    .select('sha256')
    .where('institution', '=', institution)
    .executeTakeFirst()
  return row?.sha256
}

export async function saveIntroduction(tx: Tx, institution: string, sha256: string, at: Temporal.Instant) {
  await tx
    .insertInto('tlog_introduction')
    .values({ institution, sha256, at })
    .onConflict((c) => c.column('institution').doUpdateSet({ sha256, at }))
    .execute()
}

export async function findStampAuthority(db: Db) {
  return db.selectFrom('tlog_stamp_authority').selectAll().executeTakeFirst()
}

export async function saveStampAuthority(
  db: Db,
  held: { certificate: string; sealed: Buffer; not_after: Temporal.Instant; created_at: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('tlog_stamp_authority')
    .values({ only_one: true, ...held })
    .onConflict((c) => c.column('only_one').doUpdateSet(held))
    .execute()
}
