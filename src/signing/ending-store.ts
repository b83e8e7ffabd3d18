/** SQL of how sessions ended, and of asking the deciding side to end one. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Ending, Question } from './session.ts'
import './tables.ts'

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
