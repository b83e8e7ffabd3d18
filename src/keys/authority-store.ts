/** SQL of this node’s roots and the certificates they gave. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { AuthorityTable, CertificateTable } from './tables.ts'

/** All our roots, the newest first. */
export async function authorities(db: Db): Promise<AuthorityTable[]> {
  return db.selectFrom('signing_authority').selectAll().orderBy('created_at', 'desc').execute()
}

export async function findAuthority(db: Db): Promise<AuthorityTable | undefined> {
  return db.selectFrom('signing_authority').selectAll().where('retired_at', 'is', null).executeTakeFirst()
}

/** One of our roots, held until the transaction ends: lists of one root are numbered one after the other. */
export async function lockAuthority(tx: Tx, id: string): Promise<AuthorityTable | undefined> {
  return tx.selectFrom('signing_authority').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Where two processes start at once, the first root saved is the one both take. */
export async function saveAuthority(
  tx: Tx,
  a: Pick<AuthorityTable, 'id' | 'certificate' | 'sealed' | 'created_at'>,
): Promise<void> {
  await tx
    .insertInto('signing_authority')
    .values({ ...a, key_until: null, retired_at: null })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The holder's certificate of a root that lasts longest, if one is valid until `until`. */
export async function findCertificate(
  db: Db,
  { holder, authority }: { holder: string; authority: string },
  until: Temporal.Instant,
): Promise<CertificateTable | undefined> {
  return db
    .selectFrom('signing_certificate')
    .selectAll()
    .where('holder', '=', holder)
    .where('authority', '=', authority)
    .where('not_after', '>=', until)
    .where('ended_at', 'is', null)
    .orderBy('not_after', 'desc')
    .executeTakeFirst()
}

export async function saveCertificate(tx: Tx, c: Omit<CertificateTable, 'ended_at'>): Promise<void> {
  await tx
    .insertInto('signing_certificate')
    .values({ ...c, ended_at: null })
    .execute()
}

export async function saveRootKey(
  tx: Tx,
  id: string,
  { sealed, until }: { sealed: Buffer | null; until: Temporal.Instant | null },
): Promise<void> {
  await tx.updateTable('signing_authority').set({ sealed, key_until: until }).where('id', '=', id).execute()
}

/** Roots whose key was brought back, and whose time is over. */
export async function rootsDue(db: Db, at: Temporal.Instant) {
  return db
    .selectFrom('signing_authority')
    .select('id')
    .where('sealed', 'is not', null)
    .where('key_until', '<=', at)
    .execute()
}

export async function retireAuthority(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('signing_authority').set({ retired_at: at }).where('id', '=', id).execute()
}

export async function certificateById(db: Db, id: string): Promise<CertificateTable | undefined> {
  return db.selectFrom('signing_certificate').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Every certificate of an office-holder, the newest first. */
export async function certificates(db: Db): Promise<CertificateTable[]> {
  return db.selectFrom('signing_certificate').selectAll().orderBy('created_at', 'desc').execute()
}

export async function endCertificate(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('signing_certificate')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
