/** What stands against a plan because of rank, and of people who should have been asked. Rules only. */
import type { Guest, Level } from './guest.ts'
import type { Party, Plan } from './plan.ts'
import { leadWeeks, type Ranked, type Surroundings, some, type Warning, weeksTo } from './warning.ts'

/** The head of a delegation: the first of its own people who has not declined. */
export const headOf = (plan: Plan, party: Party): Guest | undefined =>
  plan.guests[party]?.find((guest) => guest.party === party && guest.attending !== 'declined')

const ranked = (party: Party, { name, title, level }: Guest): Ranked => ({ party, name, title, level })

export function ofRank(plan: Plan, { agreement }: Surroundings): Warning[] {
  const [a, b] = plan.parties
  const [first, second] = [headOf(plan, a), headOf(plan, b)]
  const unequal = first && second && first.level !== second.level
  const seated = (party: Party) => {
    const seat = agreement?.seats.find((one) => one.party === party)
    return seat && plan.guests[party]!.find((guest) => guest.name.latin === seat.name.latin)
  }
  const [left, right] = [seated(a), seated(b)]
  const unequalSeats = left && right && left.level !== right.level
  return [
    ...(unequal
      ? [{ kind: 'unequal_heads' as const, pair: [ranked(a, first), ranked(b, second)] as [Ranked, Ranked] }]
      : []),
    ...(unequalSeats
      ? [{ kind: 'unequal_seats' as const, pair: [ranked(a, left), ranked(b, right)] as [Ranked, Ranked] }]
      : []),
  ]
}

/** Our own guests of rank who should have been asked by now. */
export function ofPeople(plan: Plan, { us, now }: Surroundings): Warning[] {
  const weeks = weeksTo(plan, now)
  if (weeks < 0) return []
  const late = (level: Level) =>
    plan.guests[us]!.filter((guest) => guest.level === level && guest.attending === 'unknown').map(({ name }) => name)
  const heads = weeks < leadWeeks.head ? late('head') : []
  const deputies = weeks < leadWeeks.deputy ? late('deputy') : []
  return [
    ...some(heads.length > 0, { kind: 'heads_late' as const, names: heads }),
    ...some(deputies.length > 0, { kind: 'deputies_late' as const, names: deputies }),
  ]
}
