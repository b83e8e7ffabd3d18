/** What happened between us and a partner, and what follows from nothing having happened. Pure rules. */
import { refuser } from '#src/platform/refusal.ts'
import type { Partnership } from './partnership.ts'

const { compare } = Temporal.PlainDate

/** What people note by hand; everything else is read from the records. */
export const notedKinds = ['visit', 'meeting', 'exchange', 'teaching', 'research', 'event', 'other'] as const
export type NotedKind = (typeof notedKinds)[number]

/** Of those, what universities do under an agreement; a visit needs none. */
export const underAgreement: readonly NotedKind[] = ['exchange', 'teaching', 'research', 'event']

export interface Happened {
  on: Temporal.PlainDate
  /** Whether it is something done under an agreement. */
  needsAgreement: boolean
}

/** When an agreement is in force: from a day to its last day, or without end. */
export interface Span {
  from: Temporal.PlainDate
  until: Temporal.PlainDate | null
}

/** Years in which something was done that asks for an agreement, and none was in force on any day. */
export function gapYears(happened: Happened[], spans: Span[]): number[] {
  const years = new Set(happened.filter((h) => h.needsAgreement).map(({ on }) => on.year))
  return [...years].filter((year) => !spans.some((span) => coversYear(span, year))).sort((a, b) => a - b)
}

export const coversYear = ({ from, until }: Span, year: number): boolean =>
  from.year <= year && (until === null || until.year >= year)

export interface DormancyDecision {
  decision: 'dormant' | 'awake'
  on: Temporal.PlainDate
}

/** `proposed`: nothing recorded for longer than the rule, and nobody has decided yet. It is never a state of the partnership. */
export type Dormancy = 'none' | 'proposed' | 'confirmed'

/** Months without recorded activity after which a partnership seems dormant. */
type Rule = Pick<Partnership, 'state' | 'since'> & { dormant_after: number }

/** Whether a partnership is dormant, by its record. Prospects have not begun, and what has ended is over. */
export function dormancyOn(
  partnership: Rule,
  { last, decision }: { last: Temporal.PlainDate | null; decision: DormancyDecision | null },
  today: Temporal.PlainDate,
): Dormancy {
  if (partnership.state === 'prospect' || partnership.state === 'ended') return 'none'
  if (decision?.decision === 'dormant' && (last === null || compare(last, decision.on) < 0)) return 'confirmed'
  const signs = [last, firstDay(partnership.since), decision?.decision === 'awake' ? decision.on : null]
  const latest = signs
    .filter((day) => day !== null)
    .sort(compare)
    .at(-1)!
  return compare(latest.add({ months: partnership.dormant_after }), today) < 0 ? 'proposed' : 'none'
}

/** A partnership of which only the year is known may have begun on its last day. */
const firstDay = (since: string): Temporal.PlainDate =>
  Temporal.PlainDate.from(since.length === 4 ? `${since}-12-31` : since)

export type ActivityRefusal =
  | 'activity_title_missing'
  | 'activity_source_missing'
  | 'activity_date_wrong'
  | 'activity_gone'
  | 'dormancy_reason_missing'
  | 'not_dormant'
  | 'dormancy_rule_wrong'
export const refuseActivity = refuser<ActivityRefusal>()
