/** Our officers note who of our guests came. It is part of our sheet, so the partner knows it too. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { OfficersCeremony } from './access.ts'
import { changeOurSheet } from './change-sheet.ts'
import type { Guest } from './guest.ts'
import { refuse } from './minutes-lifecycle.ts'
import { findSheet } from './sheet-store.ts'
import { lockCeremony } from './store.ts'

/** By guest: came, did not come, or not noted. Guests left out stay as they were. */
export type Presence = Record<string, boolean | null>

/** Whether attendance can be noted: from the moment it begins until it is closed. */
export const mayNote = ({ state, rehearsalOf }: OfficersCeremony['plan']): boolean =>
  rehearsalOf === null && (state === 'live' || state === 'held')

/** @throws Refusal `minutes_too_early` before the ceremony began */
export async function noteAttendance(
  db: Db,
  { officer, plan, us }: OfficersCeremony,
  presence: Presence,
  at: Temporal.Instant,
) {
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, plan.id)
    if (!mayNote(plan)) refuse('minutes_too_early')
    const noted = (guest: Guest): Guest => {
      const present = presence[guest.id]
      return present === undefined ? guest : { ...guest, present }
    }
    const { sheet } = await findSheet(tx, plan.id, 'ours')
    const guests = sheet.guests.map(noted)
    if (guests.every(({ present }, n) => present === sheet.guests[n]!.present)) return
    const came = guests.filter(({ present, party }) => present && (party === us.ror || party === null)).length
    const said = { at, by: actorOf(officer), act: 'ceremony.attendance_noted', detail: { came } }
    await changeOurSheet(tx, plan.id, (state) => ({ ...state, sheet: { ...state.sheet, guests } }), said)
  })
}
