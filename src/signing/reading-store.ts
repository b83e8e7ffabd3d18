/** SQL of who has opened the document. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'

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
