/** All SQL of the signing area: sessions and what happened in them, and the keys of this node's signing authority. */
import { sql } from 'kysely'
import { findVersion, lockAgreement, type Side } from '#src/agreements/index.ts'
import { ourInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Consent, Ending, Progress, Question, Revision, Session, Statement } from './session.ts'
import './tables.ts'
import type { SessionTable } from './tables.ts'

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

/** Saves how a side ended the session; what is known of that side's ending already stands. */
export async function insertEnding(tx: Tx, session: string, { byName, ...rest }: Ending): Promise<void> {
  await tx
    .insertInto('signing_ending')
    .values({ session, ...rest, by_name: byName })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Saves the partner's own word on how it ended the session, in place of what was only concluded from an answer of its node. */
export async function saveTheirEnding(tx: Tx, session: string, e: Omit<Ending, 'side'>): Promise<void> {
  const row = { kind: e.kind, reason: e.reason, by_name: e.byName, at: e.at }
  await tx
    .insertInto('signing_ending')
    .values({ session, side: 'theirs', ...row })
    .onConflict((c) => c.columns(['session', 'side']).doUpdateSet(row))
    .execute()
}

export async function endingsOf(db: Db, session: string): Promise<Ending[]> {
  const rows = await db.selectFrom('signing_ending').selectAll().where('session', '=', session).orderBy('at').execute()
  return rows.map(({ by_name: byName, session: _, ...rest }) => ({ ...rest, byName }))
}

/** Notes what we last asked the deciding side: to end the session, and why. */
export async function saveQuestion(tx: Tx, session: string, q: Question): Promise<void> {
  const row = { kind: q.kind, reason: q.reason, by_name: q.byName, at: q.at }
  await tx
    .insertInto('signing_question')
    .values({ session, ...row })
    .onConflict((c) => c.column('session').doUpdateSet(row))
    .execute()
}

export async function questionOf(db: Db, session: string): Promise<Question | undefined> {
  const row = await db.selectFrom('signing_question').selectAll().where('session', '=', session).executeTakeFirst()
  return row && { kind: row.kind, reason: row.reason, byName: row.by_name, at: row.at }
}

/** @returns whether this is the first time the signatory reads */
export async function insertReading(tx: Tx, session: string, seat: string, at: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('signing_reading')
    .values({ session, seat, at })
    .onConflict((c) => c.doNothing())
    .returning('seat')
    .executeTakeFirst()
  return row !== undefined
}

export async function readingOf(db: Db, session: string) {
  return db.selectFrom('signing_reading').select(['seat', 'at']).where('session', '=', session).execute()
}

export async function insertConsent(tx: Tx, session: string, c: Consent): Promise<void> {
  await tx
    .insertInto('signing_consent')
    .values({
      session,
      seat: c.seat,
      side: c.side,
      method: c.method,
      statement: JSON.stringify(c.statement),
      assertion: c.assertion === null ? (null as unknown as string) : JSON.stringify(c.assertion),
      at: c.at,
      acknowledged_at: c.acknowledgedAt,
    })
    .execute()
}

/** Notes that the partner's node holds the consent of ours that was given with this statement. */
export async function acknowledgeConsent(tx: Tx, given: Statement, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('signing_consent')
    .set({ acknowledged_at: at })
    .where('session', '=', given.session)
    .where('seat', '=', given.seat)
    .where('side', '=', 'ours')
    .where('acknowledged_at', 'is', null)
    .where(sql<string>`statement->>'nonce'`, '=', given.nonce)
    .execute()
}

/** Takes the consent of ours given with this statement back out of the session. @returns false where it is not in it (any more) */
export async function voidConsent(tx: Tx, given: Statement): Promise<boolean> {
  const row = await tx
    .deleteFrom('signing_consent')
    .where('session', '=', given.session)
    .where('seat', '=', given.seat)
    .where('side', '=', 'ours')
    .where('acknowledged_at', 'is', null)
    .where(sql<string>`statement->>'nonce'`, '=', given.nonce)
    .returning('seat')
    .executeTakeFirst()
  return row !== undefined
}

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
