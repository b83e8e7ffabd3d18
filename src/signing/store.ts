/** SQL of sessions. Readings, consents, signatures, endings and the signing authority have their own stores. */
import { lockAgreement } from '#src/agreements/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Session } from './session.ts'
import type { SessionTable } from './tables.ts'
import './tables.ts'

const toSession = (r: SessionTable): Session => ({
  id: r.id,
  agreement: r.agreement,
  attempt: r.attempt,
  state: r.state,
  textHash: r.text_hash,
  documentHash: r.document_hash,
  seatsHash: r.seats_hash,
  openedBy: r.opened_by,
  openedByName: r.opened_by_name,
  openedAt: r.opened_at,
  deadline: r.deadline,
  concludedAt: r.concluded_at,
})

export async function findSession(db: Db, id: string): Promise<Session | undefined> {
  const row = await db.selectFrom('signing_session').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toSession(row)
}

/** An agreement's sessions, latest first. */
export async function sessionsOf(db: Db, agreement: string): Promise<Session[]> {
  const rows = await db
    .selectFrom('signing_session')
    .selectAll()
    .where('agreement', '=', agreement)
    .orderBy('attempt', 'desc')
    .execute()
  return rows.map(toSession)
}

export async function openSessions(db: Db): Promise<Session[]> {
  const rows = await db.selectFrom('signing_session').selectAll().where('state', '=', 'open').orderBy('id').execute()
  return rows.map(toSession)
}

/** Holds the session's agreement, then the session, until the transaction ends; always in this order. */
export async function lockSession(tx: Tx, id: string): Promise<Session | undefined> {
  const found = await findSession(tx, id)
  if (!found) return undefined
  await lockAgreement(tx, found.agreement)
  return findSession(tx, id)
}

export async function insertSession(tx: Tx, s: Session): Promise<void> {
  await tx
    .insertInto('signing_session')
    .values({
      id: s.id,
      agreement: s.agreement,
      attempt: s.attempt,
      state: s.state,
      text_hash: s.textHash,
      document_hash: s.documentHash,
      seats_hash: s.seatsHash,
      opened_by: s.openedBy,
      opened_by_name: s.openedByName,
      opened_at: s.openedAt,
      deadline: s.deadline,
      concluded_at: s.concludedAt,
    })
    .execute()
}

export async function saveSession(tx: Tx, s: Session): Promise<void> {
  await tx
    .updateTable('signing_session')
    .set({ state: s.state, deadline: s.deadline, concluded_at: s.concludedAt })
    .where('id', '=', s.id)
    .execute()
}
