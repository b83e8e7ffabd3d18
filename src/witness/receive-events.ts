/** The partner tells us what its log's entries about our agreement say. Kept as told: it is held against our copy of the log when used. */
import type { z } from 'zod'
import { findAgreement } from '#src/agreements/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import type { Received } from '#src/platform/messages.ts'
import { refuse } from './alarm.ts'
import { logOf } from './log-store.ts'
import { savePartnerEvents } from './partner-event-store.ts'
import type { eventsShape } from './wire.ts'

/** @throws Refusal `not_the_partner` where the agreement is not one with whoever tells of it, or its log is not known */
export async function receiveEvents(tx: Tx, received: Received, { events }: z.infer<typeof eventsShape>) {
  const { from, about: id, at } = received
  const [agreement, log] = [await findAgreement(tx, id), await logOf(tx, from)]
  if (agreement?.partner !== from || !log) return refuse('not_the_partner', {}, 403)
  const told = events.map((event) => ({
    ...event,
    about: { kind: 'agreement', id },
    salt: Buffer.from(event.salt, 'base64'),
  }))
  await savePartnerEvents(tx, log.origin, told, at)
  return { events: told.length }
}
