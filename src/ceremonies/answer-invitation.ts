/** A guest answers by the link in the letter. Opening it changes nothing: mail scanners open links too. */
import { findInstitution, type Institution, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { sha256 } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { changeOurSheet } from './change-sheet.ts'
import type { Guest } from './guest.ts'
import { type Invitation, refuse } from './invitation.ts'
import { invitationByToken, saveInvitation } from './invitation-store.ts'
import type { Plan } from './plan.ts'
import { findPlan } from './plan-store.ts'
import { lockCeremony } from './store.ts'
import { stillOpen } from './whom-to-invite.ts'

export interface Invited {
  invitation: Invitation
  plan: Plan
  us: Institution
  partner: Institution
  /** The guest as the plan has them now; undefined for one taken off the list. */
  guest: Guest | undefined
}

/** Whoever has the link sees the invitation it was sent with. @throws Refusal `not_found` for any other token */
export async function openInvitation(db: Db, token: string): Promise<Invited> {
  const invitation = /^[\w-]{43}$/.test(token) ? await invitationByToken(db, sha256(token)) : undefined
  const plan = invitation && (await findPlan(db, invitation.ceremony))
  if (!plan) throw new Refusal('not_found', {}, 404)
  const [us, partner] = await Promise.all([ourInstitution(db), findInstitution(db, plan.partner)])
  const guest = plan.guests[us.ror]!.find(({ id }) => id === invitation.guest)
  return { invitation, plan, us, partner: partner!, guest }
}

/** Whether this invitation can still be answered. */
export const mayAnswer = ({ invitation, plan, guest }: Invited): boolean =>
  guest !== undefined && invitation.withdrawnAt === null && stillOpen(plan)

export interface GivenAnswer {
  answer: string
  /** For our office only. */
  remark: string
  at: Temporal.Instant
}

/**
 * Keeps the answer; the partner learns whether the guest comes, never the remark. The same answer again changes nothing.
 * @throws Refusal `answer_missing`, `remark_too_long`, `invitation_over`
 */
export async function answerInvitation(db: Db, { invitation: { ceremony } }: Invited, token: string, o: GivenAnswer) {
  const { answer, remark, at } = o
  if (answer !== 'accepted' && answer !== 'declined') return refuse('answer_missing', {}, 422)
  if (remark.length > 1000) refuse('remark_too_long', {}, 422)
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, ceremony)
    const now = await openInvitation(tx, token)
    if (!mayAnswer(now)) refuse('invitation_over')
    const { invitation, guest } = now
    if (invitation.answer === answer && invitation.remark === remark && guest!.attending === answer) return
    await saveInvitation(tx, { ...invitation, answer, remark, answeredAt: at })
    const answered = (one: Guest): Guest => (one.id === guest!.id ? { ...one, attending: answer } : one)
    await changeOurSheet(
      tx,
      ceremony,
      (state) => ({ ...state, sheet: { ...state.sheet, guests: state.sheet.guests.map(answered) } }),
      { at, by: { kind: 'node' }, act: 'ceremony.guest_replied', detail: { name: guest!.name.latin, answer } },
    )
  })
}
