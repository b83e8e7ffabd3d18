/** SQL of consents. */
import { sql } from 'kysely'
import type { Tx } from '#src/platform/database/tables.ts'
import type { Consent, Statement } from './session.ts'
import './tables.ts'

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
