/** Once an agreement is concluded, each side tells the other what its own log's entries about it say: so either can prove both. */
import type { Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { type Json, queue } from '#src/platform/record.ts'
import { eventsAbout } from './event-store.ts'

export async function tellEvents(
  tx: Tx,
  agreement: { id: string; partner: string },
  at: Temporal.Instant,
): Promise<void> {
  const events = (await eventsAbout(tx, 'agreement', agreement.id)).flatMap((e) =>
    e.salt && e.facts
      ? [
          {
            index: e.index,
            event: e.event,
            at: String(e.at),
            salt: Buffer.from(e.salt).toString('base64'),
            facts: e.facts,
          },
        ]
      : [],
  )
  await queue(tx, at, [message(agreement.partner, 'witness.events', agreement.id, { events } as unknown as Json)])
}
