/** Officers invite our guests. Whoever has been invited is not written to again. */
import type { Institution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { accountByEmail, actorOf, rowSecret, sha256 } from '#src/platform/people/index.ts'
import type { Following } from '#src/platform/record.ts'
import type { OfficersCeremony } from './access.ts'
import type { Office } from './around-parts.ts'
import { changeOurSheet } from './change-sheet.ts'
import type { Guest } from './guest.ts'
import { type Invitation, refuse } from './invitation.ts'
import { invitationMail, type Sent } from './invitation-mail.ts'
import { invitationsTo, saveInvitation } from './invitation-store.ts'
import { letterParts } from './letter-parts.ts'
import { guestPrivates } from './office-store.ts'
import type { Plan } from './plan.ts'
import { findPlan } from './plan-store.ts'
import { lockCeremony } from './store.ts'
import { tellingOf } from './telling.ts'
import { attendingOnInvite, languageOf, nameIn, stillOpen, toInvite } from './whom-to-invite.ts'

export interface Inviting {
  /** Left out: everyone who can be. */
  guest?: string
  office: Office
  at: Temporal.Instant
}

/** @throws Refusal `nobody_to_invite` where nobody is left: a second press sends nothing */
export async function inviteGuests(db: Db, { officer, plan: { id } }: OfficersCeremony, o: Inviting): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, id)
    const plan = (await findPlan(tx, id))!
    if (plan.rehearsalOf) refuse('rehearsal_invites_nobody')
    if (!stillOpen(plan) || plan.state === 'live') refuse('invitation_over')
    const parts = await letterParts(tx, plan, o.office, o.at)
    const chosen = await whomTo(tx, plan, parts.us, o.guest)
    const letters: Following[] = []
    for (const { guest, email, before } of chosen) letters.push(await invite(tx, guest, email, before, parts, o))
    const asked = new Set(chosen.map(({ guest }) => guest.id))
    const by = actorOf(officer)
    const names = chosen.map(({ guest }) => guest.name.latin)
    await changeOurSheet(
      tx,
      id,
      (state) => ({ ...state, sheet: { ...state.sheet, guests: state.sheet.guests.map((g) => invited(g, asked)) } }),
      { at: o.at, by, act: 'ceremony.guests_invited', detail: { names }, then: letters },
    )
  })
}

const invited = (guest: Guest, asked: Set<string>): Guest =>
  asked.has(guest.id) ? { ...guest, attending: attendingOnInvite(guest.attending) } : guest

interface Chosen {
  guest: Guest
  email: string
  /** The invitation this one replaces. */
  before: Invitation | undefined
}

async function whomTo(tx: Tx, plan: Plan, us: Institution, only: string | undefined): Promise<Chosen[]> {
  const privates = await guestPrivates(tx, plan.id)
  const emails = Object.fromEntries(Object.entries(privates).map(([id, { email }]) => [id, email]))
  const held = await invitationsTo(tx, plan.id)
  const all = toInvite(plan.guests[us.ror]!, emails, held).filter(({ id }) => only === undefined || id === only)
  if (all.length === 0) refuse('nobody_to_invite')
  return all.map((guest) => ({ guest, email: emails[guest.id]!, before: held.find((i) => i.guest === guest.id) }))
}

async function invite(
  tx: Tx,
  guest: Guest,
  email: string,
  before: Invitation | undefined,
  parts: Omit<Sent, 'invitation'>,
  { office, at }: Inviting,
): Promise<Following> {
  const language = (await accountByEmail(tx, email))?.language ?? languageOf(guest)
  const invitation: Invitation = {
    id: crypto.randomUUID(),
    ceremony: parts.plan.id,
    guest: guest.id,
    email,
    name: nameIn(guest, language),
    language,
    sequence: before ? before.sequence + 1 : 0,
    told: tellingOf(parts.plan, parts.us.ror),
    toldAt: at,
    createdAt: at,
    outdatedSince: null,
    withdrawnAt: null,
    answer: null,
    remark: '',
    answeredAt: null,
  }
  const token = rowSecret(office.secretKey, { kind: 'reply-link', id: invitation.id })
  await saveInvitation(tx, invitation, sha256(token))
  return invitationMail({ ...parts, invitation })
}
