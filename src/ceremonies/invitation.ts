/** The invitation of one guest. Rules only. */
import { refuser } from '#src/platform/refusal.ts'
import type { Told } from './telling.ts'

export interface Invitation {
  id: string
  ceremony: string
  guest: string
  email: string
  name: string
  language: 'en' | 'zh'
  /** Of the calendar file; rises with every change told. */
  sequence: number
  told: Told
  toldAt: Temporal.Instant
  createdAt: Temporal.Instant
  /** Since when the plan says something else than the guest was told. */
  outdatedSince: Temporal.Instant | null
  /** When the guest was told not to come. */
  withdrawnAt: Temporal.Instant | null
  answer: 'accepted' | 'declined' | null
  remark: string
  answeredAt: Temporal.Instant | null
}

export type InvitationRefusal =
  | 'nobody_to_invite'
  | 'invitation_unknown'
  | 'invitation_over'
  | 'answer_missing'
  | 'letter_missing'
  | 'letter_changed_meanwhile'
  | 'remark_too_long'
  | 'rehearsal_invites_nobody'

export const refuse = refuser<InvitationRefusal>()

/** Minutes a change of the plan may still be corrected before the guests are told of it without anyone pressing a button. */
export const afterthought = 60
