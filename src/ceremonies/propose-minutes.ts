/** The convenor's officer says yes to the minutes as they stand, and the other university gets them. */
import type { Db } from '#src/platform/database/tables.ts'
import type { OfficersCeremony } from './access.ts'
import { keep, minutesMessage } from './keep-minutes.ts'
import { requireMinute } from './minutes-access.ts'
import { moveMinutes, refuse } from './minutes-lifecycle.ts'
import { findMinutes } from './minutes-store.ts'
import { lockCeremony } from './store.ts'

/** @param hash what the officer saw */
export async function proposeMinutes(
  db: Db,
  held: OfficersCeremony,
  { hash, at }: { hash: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, held.plan.id)
    const before = (await findMinutes(tx, held.plan.id)) ?? refuse('minutes_too_early')
    requireMinute(held, 'propose', before)
    if (before.hash !== hash) refuse('minutes_other_text')
    const ours = { at, byName: held.officer.account.name.latin }
    const after = { ...before, state: moveMinutes(before.state, 'propose'), ours, asked: null }
    await keep(tx, held, after, { act: 'ceremony.minutes_proposed', at, then: [minutesMessage(held.plan, after)] })
  })
}
