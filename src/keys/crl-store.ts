/** SQL of what was revoked, and of the lists that say so: ours, and the partners'. */
import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Crl } from './crl.ts'
import type { CrlTable, PartnerCrlTable, RevocationReason } from './tables.ts'

export async function revocationsOf(db: Db, authority: string) {
  return db
    .selectFrom('signing_revocation')
    .selectAll()
    .where('authority', '=', authority)
    .orderBy('revoked_at')
    .orderBy('serial')
    .execute()
}

/** Revoked once, from the time first said. */
export async function saveRevocation(
  tx: Tx,
  r: { authority: string; serial: string; reason: RevocationReason; revoked_at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('signing_revocation')
    .values(r)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function latestList(db: Db, authority: string): Promise<(Crl & { entries: number }) | undefined> {
  const row = await db
    .selectFrom('signing_crl')
    .selectAll()
    .where('authority', '=', authority)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, thisUpdate: row.this_update, nextUpdate: row.next_update }
}

/** The newest list of each root of ours that made one. */
export async function ownLists(db: Db): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('signing_crl')
    .select('der')
    .distinctOn('authority')
    .orderBy('authority')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ der }) => der)
}

export async function saveList(tx: Tx, row: CrlTable): Promise<void> {
  await tx.insertInto('signing_crl').values(row).execute()
}

/** The partner's newest lists, one a root; those of a root nobody here has accepted are left out. */
export async function partnerLists(db: Db, institution: string): Promise<PartnerCrlTable[]> {
  return db
    .selectFrom('partner_crl')
    .selectAll()
    .where('institution', '=', institution)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('partner_root')
            .select('partner_root.authority')
            .whereRef('partner_root.institution', '=', 'partner_crl.institution')
            .whereRef('partner_root.authority', '=', 'partner_crl.authority')
            .where(sql<SqlBool>`decision is distinct from 'accepted'`),
        ),
      ),
    )
    .execute()
}

/** An older list that comes late changes nothing. */
export async function savePartnerList(tx: Tx, row: PartnerCrlTable): Promise<void> {
  const { institution: _, authority: __, ...rest } = row
  await tx
    .insertInto('partner_crl')
    .values(row)
    .onConflict((c) =>
      c.columns(['institution', 'authority']).doUpdateSet(rest).where('partner_crl.number', '<', row.number),
    )
    .execute()
}

/** DER of the newest list of every root at hand, ours and the partners': what verifying a document is to know. */
export async function newestLists(db: Db): Promise<Uint8Array[]> {
  const ours = await db
    .selectFrom('signing_crl')
    .distinctOn('authority')
    .select('der')
    .orderBy('authority')
    .orderBy('number', 'desc')
    .execute()
  const theirs = await db.selectFrom('partner_crl').select('der').execute()
  return [...ours, ...theirs].map(({ der }) => new Uint8Array(der))
}
