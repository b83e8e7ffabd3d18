/** Reads what the page of invitations shows. */
import type { Institution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { SeenCeremony } from './access.ts'
import type { Guest } from './guest.ts'
import type { Invitation } from './invitation.ts'
import { draftedLetter } from './invitation-mail.ts'
import { findLetter, invitationsTo, type Letter } from './invitation-store.ts'
import { guestPrivates } from './office-store.ts'
import type { Plan } from './plan.ts'
import { type Change, changeFor } from './telling.ts'
import { toInvite } from './whom-to-invite.ts'

export interface InvitedGuest {
  guest: Guest
  email: string
  invitation: Invitation | undefined
  /** The guest can be written to now. */
  invitable: boolean
}

export interface Invitations {
  plan: Plan
  us: Institution
  partner: Institution
  guests: InvitedGuest[]
  /** Guests who have been told something the plan no longer says. */
  outdated: { invitation: Invitation; change: Change }[]
  letter: Letter
}

/** For our own staff only: addresses and remarks stand in it. */
export async function readInvitations(
  db: Db,
  { plan, us, partner }: Omit<SeenCeremony, 'visitor' | 'duties'>,
): Promise<Invitations> {
  const [held, privates, own] = await Promise.all([
    invitationsTo(db, plan.id),
    guestPrivates(db, plan.id),
    findLetter(db, plan.id, 'invitation'),
  ])
  const emails = Object.fromEntries(Object.entries(privates).map(([id, { email }]) => [id, email]))
  const listed = plan.guests[us.ror]!
  const open = new Set(toInvite(listed, emails, held).map(({ id }) => id))
  const guests = listed.map((guest) => ({
    guest,
    email: emails[guest.id] ?? '',
    invitation: held.find((i) => i.guest === guest.id),
    invitable: open.has(guest.id),
  }))
  const outdated = held
    .map((invitation) => ({ invitation, change: changeFor(invitation, plan, us.ror) }))
    .filter(({ change }) => change !== 'none')
  const letter = own ?? { text: draftedLetter({ plan, us, partner }), version: 0 }
  return { plan, us, partner, guests, outdated, letter }
}
