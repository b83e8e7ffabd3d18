/** What stands against a plan because of its items, its halls and its hour. Rules only. */
import type { Party, Plan, PlanItem } from './plan.ts'
import { withinDay } from './wall-time.ts'
import { leadWeeks, type Surroundings, shown, some, type Warning, weeksTo } from './warning.ts'

const spoken = ['welcome', 'speech', 'review', 'proposals']

export function ofItems(plan: Plan, { us, now, noted }: Surroundings): Warning[] {
  const titles = (items: PlanItem[]) => items.map(({ title }) => title)
  const of = <K extends 'speaker_missing' | 'interpreter_missing' | 'notes_late' | 'speaker_declined'>(
    kind: K,
    items: PlanItem[],
  ) => some(items.length > 0, { kind, items: titles(items) })
  const all = plan.items.filter(({ block }) => spoken.includes(block))
  const declined = (item: PlanItem) =>
    plan.guests[item.party ?? '']?.some((g) => g.attending === 'declined' && g.name.latin === item.speaker?.name.latin)
  const unnoted = (item: PlanItem) => item.party === us && item.speaker && item.note === '' && !noted.includes(item.id)
  return [
    ...of(
      'speaker_missing',
      all.filter((item) => item.party !== null && !item.speaker && shown(plan, item.party)),
    ),
    ...of('speaker_declined', all.filter(declined)),
    ...of(
      'interpreter_missing',
      plan.items.filter((item) => item.language !== 'both' && item.interpreter === ''),
    ),
    ...of('notes_late', weeksTo(plan, now) < leadWeeks.notes ? all.filter(unnoted) : []),
    ...plan.parties.flatMap((party) => outside(plan, party)),
  ]
}

function outside(plan: Plan, party: Party): Warning[] {
  const { zone } = plan.places[party]!
  const items = plan.items.filter(
    (item) => !withinDay(item.startsAt, item.startsAt.add({ minutes: item.minutes }), zone),
  )
  return some(items.length > 0, { kind: 'outside_day' as const, party, items: items.map(({ title }) => title) })
}

export function ofSides(plan: Plan, { now, us, rehearsed }: Surroundings): Warning[] {
  const missing = plan.parties.filter((party) => !shown(plan, party) && (party !== us || plan.sharedAt !== null))
  const hall = plan.parties.filter((party) => {
    const { hall } = plan.places[party]!
    return shown(plan, party) && !hall.en && !hall.zh
  })
  const weeks = weeksTo(plan, now)
  return [
    ...some(plan.sharedAt && missing.length > 0, { kind: 'sheet_missing' as const, parties: missing }),
    ...some(hall.length > 0, { kind: 'hall_missing' as const, parties: hall }),
    ...some(rehearsed === 0 && weeks < leadWeeks.rehearsal && weeks >= 0, { kind: 'no_rehearsal' as const }),
    ...some(weeks < 0 && plan.state !== 'live', { kind: 'past' as const }),
  ]
}
