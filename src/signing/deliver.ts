/** Delivers the outbox topic `sign`: once the two nodes have compared clocks and what both hold, our seat is signed if it is its turn. */
import { findAgreement } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import type { Deliverer } from '#src/platform/outbox/index.ts'
import type { Clock } from '#src/platform/time.ts'
import type { Meet } from './hold.ts'
import { clearHold, holdOf, saveHold } from './hold-store.ts'
import { progressOf } from './progress-store.ts'
import { isPast, type Session, seatToSignNow } from './session.ts'
import { type SigningHouse, signIfReady } from './sign.ts'
import { findSession } from './store.ts'

/** It may come more than once: `signIfReady` looks at the session anew, under its lock. */
export function signDeliverer(house: SigningHouse, meet: Meet, clock: Clock): Deliverer {
  return async ({ body }, { db }) => {
    const session = await findSession(db, (body as { session: string }).session)
    const hold = session && (await holdOn(db, session, meet, clock()))
    if (hold) return { retry: hold }
    if (session) await signIfReady(db, house, session.id, clock)
    return 'done'
  }
}

/** Where nothing is to be signed now, the other node need not be asked. @returns why our signature waits */
async function holdOn(db: Db, session: Session, meet: Meet, now: Temporal.Instant): Promise<string | undefined> {
  const agreement = (await findAgreement(db, session.agreement))!
  const turn = seatToSignNow(await progressOf(db, session, agreement.version))
  if (!turn || isPast(session.deadline, now)) return undefined
  const [before, hold] = [await holdOf(db, session.id), await meet(agreement.partner)]
  if (hold) await saveHold(db, session.id, hold, now)
  else if (before) await clearHold(db, session.id)
  if (before?.reason !== hold?.reason) await db.transaction().execute((tx) => announce(tx, `session:${session.id}`))
  return hold?.reason
}
