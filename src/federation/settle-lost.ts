/** An administrator says what was done about messages that do not come back by themselves; then nothing waits for them any more. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { settleLostRows } from './lost-store.ts'
import { refusePeer } from './peer.ts'

/** @throws Refusal `reason_missing`; `nothing_missing` where nothing waits */
export async function settleLost(
  db: Db,
  administrator: Visitor,
  { institution, reason: given, at }: { institution: string; reason: string; at: Temporal.Instant },
): Promise<void> {
  const reason = given.trim().slice(0, 4_000)
  if (!reason) refusePeer('reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const messages = await settleLostRows(tx, institution, at)
    if (messages === 0) refusePeer('nothing_missing', {}, 404)
    const about = { kind: 'node', id: institution }
    const detail = { reason, messages }
    await record(tx, { at, by: actorOf(administrator), about, act: 'node.lost_settled', detail })
  })
}
