/** Looks by the clock whether guests have been told what the plan says. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Office } from './around-parts.ts'
import { afterthought, type Invitation } from './invitation.ts'
import { ceremoniesWithGuests, invitationsTo, saveInvitation } from './invitation-store.ts'
import { findPlan } from './plan-store.ts'
import { lockCeremony } from './store.ts'
import { tellAll, usOf } from './tell-guests.ts'
import { changeFor } from './telling.ts'

/**
 * Looks whether guests have been told what the plan says. The first look notes since when they have not; an hour later they are told,
 * so that an officer who moves the date twice writes to nobody twice.
 */
export async function watchInvitations(db: Db, office: Office, now: Temporal.Instant): Promise<void> {
  for (const id of await ceremoniesWithGuests(db, now)) {
    await db.transaction().execute(async (tx) => {
      await lockCeremony(tx, id)
      await noteOutdated(tx, id, now)
      const ripe = ({ outdatedSince }: Invitation) =>
        outdatedSince !== null && Temporal.Instant.compare(outdatedSince.add({ minutes: afterthought }), now) <= 0
      await tellAll(tx, id, { kind: 'node' }, { office, at: now }, ripe)
    })
  }
}

async function noteOutdated(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const plan = (await findPlan(tx, id))!
  for (const invitation of await invitationsTo(tx, id)) {
    const changed = changeFor(invitation, plan, usOf(plan)) !== 'none'
    if (changed === (invitation.outdatedSince !== null)) continue
    await saveInvitation(tx, { ...invitation, outdatedSince: changed ? now : null })
  }
}
