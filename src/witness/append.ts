/** Appends one event to our log, signs the new head, and sets out to have it cosigned. */
import { randomBytes } from 'node:crypto'
import type { Tx } from '#src/platform/database/tables.ts'
import { type ClearEvent, entryFor } from '#src/platform/log-entry.ts'
import { queueOnce } from '#src/platform/outbox/index.ts'
import { rootAt, signCheckpoint } from '#src/platform/tlog/index.ts'
import { saveCheckpoint } from './checkpoint-store.ts'
import { insertEvent } from './event-store.ts'
import type { WitnessHouse } from './house.ts'
import { lockLog } from './log-store.ts'
import { logPeers } from './peer-store.ts'
import { appendEntries, nodesIn } from './tree-store.ts'
import { cosignWork } from './work.ts'

export interface Appending {
  house: WitnessHouse
  /** Whether a third witness is configured. */
  third: boolean
  at: Temporal.Instant
}

/** @returns the entry's index */
export async function appendEvent(tx: Tx, { house, third, at }: Appending, event: ClearEvent): Promise<number> {
  const { origin } = house
  const { size: index } = await lockLog(tx, origin)
  const salt = randomBytes(32)
  await insertEvent(tx, { ...event, index, salt })
  const size = await appendEntries(tx, origin, index, [entryFor(event, salt)])
  const root = await rootAt(nodesIn(tx, origin), size)
  await saveCheckpoint(tx, { origin, size, root, note: signCheckpoint({ origin, size, root }, house.log), at })
  const partners = (await logPeers(tx)).map(({ institution }) => ({ institution }))
  for (const cosigner of [...partners, ...(third ? [{ third: true } as const] : [])])
    await queueOnce(tx, at, cosignWork(cosigner))
  return index
}
