/** What a guest was told, and when it has to be told anew. Rules only. */

import type { Invitation } from './invitation.ts'
import type { Bilingual, Party, Plan } from './plan.ts'

/** What a guest's calendar says. */
export interface Told {
  title: Bilingual
  startsAt: string
  endsAt: string
  /** Hall and city on the guest's side. */
  place: Bilingual
  standing: 'planned' | 'postponed' | 'cancelled'
}

/** What the plan would tell a guest of this side now. */
export function tellingOf(plan: Plan, us: Party): Told {
  const { hall, city } = plan.places[us]!
  const standing = plan.state === 'postponed' || plan.state === 'cancelled' ? plan.state : 'planned'
  return {
    title: { en: plan.title.en || plan.title.zh, zh: plan.title.zh || plan.title.en },
    startsAt: plan.startsAt.toString(),
    endsAt: plan.endsAt.toString(),
    place: { en: joined([hall.en || hall.zh, city.en], ', '), zh: joined([city.zh, hall.zh || hall.en], '') },
    standing,
  }
}

const joined = (parts: string[], comma: string) => parts.filter((part) => part !== '').join(comma)

const sameText = (a: Bilingual, b: Bilingual) => a.en === b.en && a.zh === b.zh

/** Whether beginning or end moved: then every answer given before is asked for again. */
export const moved = (told: Told, now: Told): boolean => told.startsAt !== now.startsAt || told.endsAt !== now.endsAt

export type Change = 'none' | 'details' | 'time' | 'again' | 'postponed' | 'cancelled' | 'removed'

/** What a guest has to be told. Whoever declined is troubled again only by a new date. */
export function changeFor(invitation: Invitation, plan: Plan, us: Party): Change {
  if (invitation.withdrawnAt) return 'none'
  const { told, answer } = invitation
  const now = tellingOf(plan, us)
  const declined = answer === 'declined'
  if (!plan.guests[us]!.some(({ id }) => id === invitation.guest)) return declined ? 'none' : 'removed'
  if (now.standing !== 'planned') return now.standing === told.standing || declined ? 'none' : now.standing
  if (told.standing === 'postponed') return 'again'
  if (moved(told, now)) return 'time'
  const details = !sameText(told.title, now.title) || !sameText(told.place, now.place)
  return details && !declined ? 'details' : 'none'
}
