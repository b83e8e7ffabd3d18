/** The video meeting of a ceremony: who may enter, when, and by which door. Rules only. */
import { refuser } from '#src/platform/refusal.ts'
import type { Meeting } from './frame.ts'
import type { Plan } from './plan.ts'

export type JoinRefusal = 'meeting_none' | 'meeting_not_open' | 'meeting_over' | 'meeting_not_for_you' | 'pass_invalid'

export const refuse = refuser<JoinRefusal>()

/** What a page says of the meeting, and what its Join button does. */
export interface JoinOffer {
  /** Where the form is sent. */
  action: string
  kind: Meeting['kind']
  /** The host a person will talk to, named before they press. */
  host: string
  opensAt: Temporal.Instant
  standing: 'early' | 'open' | 'over'
  /** The meeting can be shown within the page. */
  inPage: boolean
}

/** Hours after the planned end during which people may still enter: ceremonies run late. */
const grace = 2

/** Whether one may enter now. A rehearsal has no hour: it is open as long as it is there. */
export function standingAt(plan: Plan, opensBefore: number, now: Temporal.Instant): JoinOffer['standing'] {
  if (['held', 'closed', 'postponed', 'cancelled'].includes(plan.state)) return 'over'
  if (plan.state === 'live' || plan.rehearsalOf) return 'open'
  if (Temporal.Instant.compare(now, opensAt(plan, opensBefore)) < 0) return 'early'
  return Temporal.Instant.compare(now, plan.endsAt.add({ hours: grace })) > 0 ? 'over' : 'open'
}

export const opensAt = ({ startsAt }: Plan, minutes: number): Temporal.Instant => startsAt.subtract({ minutes })

/** The room's name at the server: a rehearsal has a room of its own. */
export const roomOf = (room: string, { id, rehearsalOf }: Pick<Plan, 'id' | 'rehearsalOf'>): string =>
  rehearsalOf ? `${room}-rehearsal-${id.slice(0, 8)}` : room
