/** SQL behind the pages of signing: what has not reached the partner's node yet, and who is awaited. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'

/** How many messages about the agreement have not reached the partner's node, and since when. */
export async function waitingOf(db: Db, agreement: string, partner: string) {
  const row = await db
    .selectFrom('outbox')
    .select((e) => [e.fn.count<string>('id').as('count'), e.fn.min('created_at').as('since')])
    .where('topic', '=', 'message')
    .where('stream', '=', `message:${partner}:${agreement}`)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), since: row.since as Temporal.Instant | null }
}

export interface AwaitedSeat {
  session: string
  agreement: string
  seat: string
  openedAt: Temporal.Instant
}

/** Seats of an account in open sessions that have not consented yet, the longest open first. */
export async function seatsWaitingFor(db: Db, account: string): Promise<AwaitedSeat[]> {
  const rows = await db
    .selectFrom('signing_session')
    .innerJoin('agreement_signatory', 'agreement_signatory.agreement', 'signing_session.agreement')
    .leftJoin('signing_consent', (join) =>
      join
        .onRef('signing_consent.session', '=', 'signing_session.id')
        .onRef('signing_consent.seat', '=', 'agreement_signatory.seat'),
    )
    .select([
      'signing_session.id',
      'signing_session.agreement',
      'agreement_signatory.seat',
      'signing_session.opened_at',
    ])
    .where('signing_session.state', '=', 'open')
    .where('agreement_signatory.account', '=', account)
    .where('signing_consent.session', 'is', null)
    .orderBy('signing_session.opened_at')
    .execute()
  return rows.map(({ id, opened_at, ...rest }) => ({ session: id, openedAt: opened_at, ...rest }))
}

/** Numbers of our signatures in a session that the partner's node has not answered yet. */
export async function unansweredSignatures(db: Db, session: string): Promise<number[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(sql<number>`(body->'body'->>'number')::int`.as('number'))
    .where('topic', '=', 'message')
    .where('done_at', 'is', null)
    .where(sql<string>`body->>'kind'`, '=', 'signing.signature')
    .where(sql<string>`body->'body'->>'session'`, '=', session)
    .execute()
  return rows.map((r) => r.number)
}
