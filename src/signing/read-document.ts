/** A signatory begins to read the document; both sides see it. */
import type { Db } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { message } from '#src/platform/messages.ts'
import { queue } from '#src/platform/record.ts'
import type { SignatorysSession } from './access.ts'
import { insertReading } from './reading-store.ts'

/** Repeatable: only the first time is noted and told to the partner. */
export async function readDocument(
  db: Db,
  { agreement, progress, seat }: SignatorysSession,
  at: Temporal.Instant,
): Promise<void> {
  const { session } = progress
  if (session.state !== 'open') return
  await db.transaction().execute(async (tx) => {
    if (!(await insertReading(tx, session.id, seat, at))) return
    const body = { session: session.id, seat, at: at.toString() }
    await queue(tx, at, [message(agreement.partner, 'signing.reading', agreement.id, body)])
    await announce(tx, `session:${session.id}`)
  })
}
