/** What stands against a plan because of the agreement, its seats and its signing. Rules only. */
import type { Bilingual, Plan } from './plan.ts'
import { leadWeeks, longestSigning, type Surroundings, some, type Warning, weeksTo } from './warning.ts'

export function ofAgreement(plan: Plan, { agreement, now }: Surroundings): Warning[] {
  if (plan.kind !== 'signing') return []
  if (!agreement) return [{ kind: 'no_agreement' }]
  if (agreement.concluded) return []
  const { frozenAt, unapproved } = agreement
  const late = weeksTo(plan, frozenAt ?? now) < leadWeeks.text
  return [
    ...some(!frozenAt, { kind: 'not_frozen' as const }),
    ...some(late, { kind: 'text_late' as const }),
    ...some(frozenAt && unapproved.length > 0, { kind: 'unapproved' as const, parties: unapproved }),
  ]
}

export function ofSigning({ kind, items }: Plan): Warning[] {
  const signing = items.filter(({ block }) => block === 'signing')
  const minutes = signing.reduce((sum, item) => sum + item.minutes, 0)
  return [
    ...some(kind === 'signing' && signing.length === 0, { kind: 'no_signing_item' as const }),
    ...some(minutes > longestSigning, { kind: 'signing_long' as const, minutes }),
  ]
}

const sameTitle = (a: Bilingual, b: Bilingual) => (a.en !== '' && a.en === b.en) || (a.zh !== '' && a.zh === b.zh)

/** Whoever signs must be there, with an account to sign with, and hold the title the text gives them. */
export function ofSeats(plan: Plan, { agreement, us }: Surroundings): Warning[] {
  if (!agreement || agreement.concluded) return []
  const named = agreement.seats.filter(({ name }) => name.latin !== '')
  const known = named.filter(({ party }) => plan.sheetVersions[party]! > 0 || party === us)
  const absent = known.filter((seat) => !plan.guests[seat.party]?.some((g) => g.name.latin === seat.name.latin))
  const noAccount = named.filter(({ account }) => account === false)
  const titles = named.flatMap((seat): Warning[] => {
    const guest = plan.guests[seat.party]?.find((one) => one.name.latin === seat.name.latin)
    const held = seat.held ?? (guest ? [guest.title] : [])
    const holds = held.length === 0 || held.some((title) => sameTitle(title, seat.title))
    return holds ? [] : [{ kind: 'seat_title', name: seat.name, title: seat.title, held }]
  })
  return [
    ...some(absent.length > 0, { kind: 'seat_not_guest' as const, names: absent.map(({ name }) => name) }),
    ...some(noAccount.length > 0, { kind: 'seat_without_account' as const, names: noAccount.map(({ name }) => name) }),
    ...titles,
  ]
}
