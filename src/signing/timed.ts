/** What happens to signing sessions by the clock. */
import { findAgreement } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { queueOnce } from '#src/platform/outbox/index.ts'
import { askToEnd } from './ask-to-end.ts'
import { endSession, holdOpen } from './end-session.ts'
import { isPast, mayEndHere, type Session, seatToSignNow } from './session.ts'
import { openSessions } from './store.ts'
import { signWork } from './work.ts'

/**
 * Every minute: a session past its deadline lapses, or its deciding node is asked; in any other, this node looks again
 * whether it can sign, so that nothing stays pending because one item was lost.
 */
export async function watchSessions(db: Db, now: Temporal.Instant): Promise<void> {
  const failures: unknown[] = []
  for (const session of await openSessions(db)) {
    await watch(db, session, now).catch((problem) => failures.push(problem))
  }
  // One session that cannot be looked after must not keep the others from it.
  if (failures.length > 0) throw failures[0]
}

async function watch(db: Db, { id, agreement, deadline }: Session, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { version } = (await findAgreement(tx, agreement))!
    const progress = await holdOpen(tx, id, version)
    if (!progress) return
    if (!isPast(deadline, now)) return seatToSignNow(progress) ? queueOnce(tx, now, signWork({ id })) : undefined
    const lapse = { kind: 'lapsed' as const, reason: '', byName: '', at: now }
    return mayEndHere(progress) ? endSession(tx, progress, { ...lapse, side: 'ours' }) : askToEnd(tx, progress, lapse)
  })
}
