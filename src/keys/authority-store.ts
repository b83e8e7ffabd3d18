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

/** The holder's certificate that lasts longest, if one of the root in use is valid until `until`. */
export async function findCertificate(db: Db, holder: string, until: Temporal.Instant) {
  return db
    .selectFrom('signing_certificate')
    .innerJoin('signing_authority', 'signing_authority.id', 'signing_certificate.authority')
    .selectAll('signing_certificate')
    .where('holder', '=', holder)
    .where('not_after', '>', until)
    .where('ended_at', 'is', null)
    .where('retired_at', 'is', null)
    .orderBy('not_after', 'desc')
    .executeTakeFirst()
}

export async function saveCertificate(tx: Tx, c: Omit<CertificateTable, 'ended_at'>): Promise<void> {
  await tx
    .insertInto('signing_certificate')
    .values({ ...c, ended_at: null })
    .execute()
}
