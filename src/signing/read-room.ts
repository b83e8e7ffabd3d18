/** Reads everything the pages of one signing session show. */
import { findVersion, pinsOf } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { revisionOf } from '#src/platform/live/index.ts'
import type { Place } from '#src/platform/ui/index.ts'
import type { SeenSession } from './access.ts'
import { endingsOf, questionOf } from './ending-store.ts'
import { holdOf } from './hold-store.ts'
import { readingOf } from './reading-store.ts'
import { refusedOf } from './refused-store.ts'
import { waitingOf } from './room-store.ts'
import { sessionsOf } from './store.ts'

/** To whom a page of signing is told. */
export interface Reader {
  language: Language
  now: Temporal.Instant
  /** Our city and the partner's, with their zones. */
  places: Place[]
}

export type RoomView = Awaited<ReturnType<typeof readRoom>>

export async function readRoom(
  db: Db,
  seen: SeenSession,
  { language, now }: { language: Language; now: Temporal.Instant },
) {
  const { session, agreement, us, partner } = seen
  // Before everything else: a change made meanwhile is then news to the page.
  const revision = await revisionOf(db, `session:${session.id}`)
  const version = await findVersion(db, agreement.id, agreement.version)
  const places: Place[] = [us, partner].map(({ zone, city }) => ({ zone, city }))
  const reader: Reader = { language, now, places }
  return {
    ...seen,
    reader,
    text: version!.text,
    pins: await pinsOf(db, agreement.id),
    readings: await readingOf(db, session.id),
    endings: await endingsOf(db, session.id),
    question: await questionOf(db, session.id),
    hold: session.state === 'open' ? await holdOf(db, session.id) : undefined,
    refused: await refusedOf(db, session),
    waiting: await waitingOf(db, agreement.id, agreement.partner),
    earlier: (await sessionsOf(db, agreement.id)).filter((s) => s.attempt < session.attempt),
    live: `/signing/${session.id}/live?since=${revision}`,
  }
}
