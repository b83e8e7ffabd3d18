/** SQL of certificates office-holders bring along. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { OwnKind } from './own-certificate.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    own_certificate: OwnCertificateTable
  }
}

export interface OwnCertificateTable {
  id: string
  name: string
  kind: OwnKind
  certificate: string
  between: string
  root: string
  root_id: string
  sealed: Buffer
  not_after: Temporal.Instant
  chosen_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export async function ownCertificates(db: Db): Promise<OwnCertificateTable[]> {
  return db.selectFrom('own_certificate').selectAll().orderBy('chosen_at', 'desc').execute()
}

/** The one in use for a name, still valid. */
export async function findOwnCertificate(
  db: Db,
  name: string,
  now: Temporal.Instant,
): Promise<OwnCertificateTable | undefined> {
  return db
    .selectFrom('own_certificate')
    .selectAll()
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .where('not_after', '>', now)
    .executeTakeFirst()
}

/** In the place of the one used before under the same name. */
export async function saveOwnCertificate(tx: Tx, row: Omit<OwnCertificateTable, 'ended_at'>): Promise<void> {
  await endOwnCertificate(tx, row.name, row.chosen_at)
  await tx
    .insertInto('own_certificate')
    .values({ ...row, ended_at: null })
    .execute()
}

export async function endOwnCertificate(tx: Tx, name: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('own_certificate')
    .set({ ended_at: at })
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .execute()
}
