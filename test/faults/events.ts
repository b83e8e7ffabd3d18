/** What either log says of an agreement, readable in clear on both nodes. */
import assert from 'node:assert/strict'
import { eventsAbout } from '#src/witness/index.ts'
import { logOf } from '#src/witness/log-store.ts'
import { partnerEventsAbout } from '#src/witness/partner-event-store.ts'
import type { Desk } from './scene.ts'
import type { Which } from './schedule.ts'

type There = Record<Which, { office: Pick<Desk['office'], 'database' | 'ror'> }>

/** That it was concluded, by its own log and by its partner's. @throws AssertionError */
export async function bothReadTheLogs({ first, second }: There, agreement: string): Promise<void> {
  for (const [here, there] of [
    [first, second],
    [second, first],
  ] as const) {
    const { db } = here.office.database
    const log = (await logOf(db, there.office.ror))!
    const own = (await eventsAbout(db, 'agreement', agreement)).filter(({ salt }) => salt)
    const told = await partnerEventsAbout(db, log.origin, 'agreement', agreement)
    for (const events of [own, told])
      assert.ok(
        events.some(({ event }) => event === 'agreement.concluded'),
        `what a log says, at ${here.office.ror}`,
      )
  }
}
