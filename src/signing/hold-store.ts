/** SQL of why a session's next signature waits. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Hold } from './hold.ts'
import './tables.ts'

export async function saveHold(db: Db, session: string, hold: Hold, since: Temporal.Instant): Promise<void> {
  const row = { reason: hold.reason, our_clock: hold.ourClock, their_clock: hold.theirClock }
  await db
    .insertInto('signing_hold')
    .values({ session, ...row, since })
    .onConflict((c) => c.column('session').doUpdateSet(row))
    .execute()
}

export async function clearHold(db: Db, session: string): Promise<void> {
  await db.deleteFrom('signing_hold').where('session', '=', session).execute()
}

export async function holdOf(db: Db, session: string): Promise<Hold | undefined> {
  const row = await db.selectFrom('signing_hold').selectAll().where('session', '=', session).executeTakeFirst()
  return row && { reason: row.reason, ourClock: row.our_clock, theirClock: row.their_clock }
}
