/** What the register says of an agreement that was terminated: the first day on which it is not in force any more. */
import type { Tx } from '#src/platform/database/tables.ts'
import type { Agreement } from './agreement.ts'
import { changeChainEntries } from './change-chain-entries.ts'
import { counting, firstDayAfter } from './termination.ts'
import { terminationsOf } from './termination-store.ts'

/** After anything was said about ending it: the earliest of what counts, or nothing. */
export async function enterTermination(
  tx: Tx,
  { id }: Agreement,
  { now, zone }: { now: Temporal.Instant; zone: string },
): Promise<void> {
  const dates = (await terminationsOf(tx, id))
    .filter((t) => counting(t, now))
    .map((t) => firstDayAfter(t.effectiveAt, zone))
  const terminatedOn = dates.sort(Temporal.PlainDate.compare)[0]?.toString() ?? null
  await changeChainEntries(tx, id, (before) => ({ ...before, terminatedOn }), { at: now, because: 'termination' })
}
