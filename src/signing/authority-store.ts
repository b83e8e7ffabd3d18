/** SQL of this node’s signing authority and the certificates it gave. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'

export async function findAuthority(db: Db) {
  return db.selectFrom('signing_authority').selectAll().executeTakeFirst()
}

export async function saveAuthority(tx: Tx, a: { certificate: string; sealed: Buffer; created_at: Temporal.Instant }) {
  await tx
    .insertInto('signing_authority')
    .values({ only_one: true, ...a })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The holder's certificate that lasts longest, if one is valid until `until`. */
export async function findCertificate(db: Db, holder: string, until: Temporal.Instant) {
  return db
    .selectFrom('signing_certificate')
    .selectAll()
    .where('holder', '=', holder)
    .where('not_after', '>', until)
    .orderBy('not_after', 'desc')
    .executeTakeFirst()
}

export async function saveCertificate(
  tx: Tx,
  c: {
    id: string
    holder: string
    certificate: string
    sealed: Buffer
    not_after: Temporal.Instant
    created_at: Temporal.Instant
  },
): Promise<void> {
  await tx.insertInto('signing_certificate').values(c).execute()
}
