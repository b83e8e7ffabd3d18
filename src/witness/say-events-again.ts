/**
 * What our log's entries about an agreement say in clear, as we once told the partner: our database was set back, the mirror gave the
 * entries back, and with this they can be read again.
 */
import type { z } from 'zod'
import type { Tx } from '#src/platform/database/tables.ts'
import { entryFor } from '#src/platform/log-entry.ts'
import { NotYet, type Sent } from '#src/platform/messages.ts'
import { fillLostEvent } from './event-store.ts'
import type { WitnessHouse } from './house.ts'
import { lockLog } from './log-store.ts'
import { entriesOf } from './tree-store.ts'
import type { eventsShape } from './wire.ts'

/** @throws NotYet as long as our log is not filled up that far */
export async function sayEventsAgain(
  tx: Tx,
  { origin }: WitnessHouse,
  { about: id }: Sent,
  { events }: z.infer<typeof eventsShape>,
): Promise<void> {
  const { size } = await lockLog(tx, origin)
  if (events.some(({ index }) => index >= size)) throw new NotYet('log_not_filled_up')
  for (const { salt: told, ...event } of events) {
    const said = { ...event, about: { kind: 'agreement', id }, salt: Buffer.from(told, 'base64') }
    const [entry] = await entriesOf(tx, origin, event.index, event.index + 1)
    if (Buffer.compare(entry!, entryFor(said, said.salt)) === 0) await fillLostEvent(tx, said)
  }
}
