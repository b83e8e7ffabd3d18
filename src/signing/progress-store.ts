/** SQL of signatures, and of a session with everything its rules look at. */
import { findVersion, type Side } from '#src/agreements/index.ts'
import { ourInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Progress, Revision, Session } from './session.ts'
import './tables.ts'

export async function insertRevision(tx: Tx, session: string, r: Revision): Promise<void> {
  await tx
    .insertInto('signing_revision')
    .values({
      session,
      number: r.number,
      seat: r.seat,
      side: r.side,
      sha256: r.sha256,
      previous_sha256: r.previousSha256,
      signed_at: r.signedAt,
      stored_at: r.storedAt,
    })
    .execute()
}

/** The session with its seats in order of signing, its consents and its signatures. */
export async function progressOf(db: Db, session: Session, version: number): Promise<Progress> {
  const us = await ourInstitution(db)
  const held = await findVersion(db, session.agreement, version)
  const consents = await db.selectFrom('signing_consent').selectAll().where('session', '=', session.id).execute()
  const revisions = await db
    .selectFrom('signing_revision')
    .selectAll()
    .where('session', '=', session.id)
    .orderBy('number')
    .execute()
  const sideOf = (ror: string): Side => (ror === us.ror ? 'ours' : 'theirs')
  return {
    session,
    seats: held!.text.seats.map((s) => ({ ...s, side: sideOf(s.party) })).sort((a, b) => a.order - b.order),
    consents: consents.map(({ acknowledged_at: acknowledgedAt, session: _, ...c }) => ({ ...c, acknowledgedAt })),
    revisions: revisions.map((r) => ({
      number: r.number,
      seat: r.seat,
      side: r.side,
      sha256: r.sha256,
      previousSha256: r.previous_sha256,
      signedAt: r.signed_at,
      storedAt: r.stored_at,
    })),
  }
}
