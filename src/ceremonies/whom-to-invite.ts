/** Who is invited, and in which language. Rules only. */
import type { Attending, Guest } from './guest.ts'
import type { Invitation } from './invitation.ts'
import type { Plan } from './plan.ts'

/** Whether an invitation may still be sent or answered: before the ceremony is over. */
export const stillOpen = ({ state, rehearsalOf }: Pick<Plan, 'state' | 'rehearsalOf'>): boolean =>
  rehearsalOf === null && ['planning', 'confirmed', 'live'].includes(state)

/** Our guests who have an address and no invitation that stands at that address. */
export function toInvite(guests: Guest[], emails: Record<string, string>, held: Invitation[]): Guest[] {
  return guests.filter(({ id }) => {
    const email = emails[id]
    const known = held.find(({ guest }) => guest === id)
    return email && (!known || known.withdrawnAt !== null || known.email !== email)
  })
}

/** Somebody of whom nothing is known is invited now; what they or the office said before stands. */
export const attendingOnInvite = (attending: Attending): Attending => (attending === 'unknown' ? 'invited' : attending)

/** Chinese for whoever has a name in Chinese characters. The letter has both languages in any case; this is the first. */
export const languageOf = ({ name }: Pick<Guest, 'name'>): 'en' | 'zh' =>
  name.native && /\p{Script=Han}/u.test(name.native) ? 'zh' : 'en'

/** How a guest is addressed in a language. */
export const nameIn = ({ name }: Pick<Guest, 'name'>, language: 'en' | 'zh'): string =>
  language === 'zh' ? (name.native ?? name.latin) : name.latin
