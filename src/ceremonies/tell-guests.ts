/** Guests are told what changed: at once when an officer presses the button, and by themselves an hour after it was first seen. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Actor, type Following, record } from '#src/platform/record.ts'
import type { OfficersCeremony } from './access.ts'
import type { Office } from './around-parts.ts'
import { ceremonyLifecycle } from './ceremony.ts'
import { changeOurSheet } from './change-sheet.ts'
import type { Guest } from './guest.ts'
import { type Invitation, refuse } from './invitation.ts'
import { changeMail } from './invitation-mail.ts'
import { invitationsTo, saveInvitation } from './invitation-store.ts'
import { letterParts } from './letter-parts.ts'
import type { Plan } from './plan.ts'
import { findPlan } from './plan-store.ts'
import { lockCeremony } from './store.ts'
import { type Change, changeFor, tellingOf } from './telling.ts'

interface Telling {
  office: Office
  at: Temporal.Instant
}

/** Tells every guest at once what the plan says now. A second press finds nobody left and sends nothing. */
export async function tellGuests(db: Db, { officer, plan }: OfficersCeremony, o: Telling): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, plan.id)
    await tellAll(tx, plan.id, actorOf(officer), o, () => true)
  })
}

/** The one of the two universities that is not the partner. */
export const usOf = (plan: Plan) => plan.parties.find((party) => party !== plan.partner)!

/** Tells every guest whose invitation is due what the plan says now, each in one letter. The ceremony is held by the caller. */
export async function tellAll(
  tx: Tx,
  id: string,
  by: Actor,
  { office, at }: Telling,
  due: (invitation: Invitation) => boolean,
): Promise<void> {
  const plan = (await findPlan(tx, id))!
  if (plan.rehearsalOf) refuse('rehearsal_invites_nobody')
  const parts = await letterParts(tx, plan, office, at)
  const letters: Following[] = []
  const again: string[] = []
  for (const invitation of (await invitationsTo(tx, id)).filter(due)) {
    const change = changeFor(invitation, plan, parts.us.ror)
    if (change === 'none') continue
    const after = afterTelling(invitation, plan, change, at)
    await saveInvitation(tx, after)
    letters.push(changeMail({ ...parts, invitation: after }, change))
    if (invitation.answer && after.answer === null) again.push(invitation.guest)
  }
  if (letters.length > 0) await noteTold(tx, plan, { by, at, letters, again })
}

function afterTelling(
  before: Invitation,
  plan: Plan,
  change: Exclude<Change, 'none'>,
  at: Temporal.Instant,
): Invitation {
  const now = tellingOf(plan, usOf(plan))
  const gone = change === 'removed' || change === 'cancelled'
  const asked = change === 'time' || change === 'again'
  // Whoever need not come keeps the old date in the file that takes it out of the calendar.
  const told =
    change === 'removed'
      ? before.told
      : gone || change === 'postponed'
        ? { ...before.told, standing: now.standing }
        : now
  return {
    ...before,
    told,
    toldAt: at,
    sequence: before.sequence + 1,
    outdatedSince: null,
    withdrawnAt: gone ? at : null,
    ...(asked && { answer: null, answeredAt: null }),
  }
}

async function noteTold(
  tx: Tx,
  plan: Plan,
  { by, at, letters, again }: { by: Actor; at: Temporal.Instant; letters: Following[]; again: string[] },
): Promise<void> {
  const said = { at, by, act: 'ceremony.guests_told', detail: { count: letters.length }, then: letters }
  const open = ceremonyLifecycle.some(({ from, act }) => from === plan.state && act === 'edit_sheet')
  if (again.length === 0 || !open) {
    await record(tx, { ...said, about: { kind: 'ceremony', id: plan.id } })
    return
  }
  const asked = (guest: Guest): Guest => (again.includes(guest.id) ? { ...guest, attending: 'invited' } : guest)
  await changeOurSheet(
    tx,
    plan.id,
    (state) => ({ ...state, sheet: { ...state.sheet, guests: state.sheet.guests.map(asked) } }),
    said,
  )
}
