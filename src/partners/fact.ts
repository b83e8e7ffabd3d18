/** Facts of an institution, and answers of due diligence: what they are, and when they have grown old. Pure rules. */
import { readDay } from '#src/platform/day.ts'
import { refuser } from '#src/platform/refusal.ts'

/** Months after which a fact nobody looked at again is stale. */
export const staleMonths = 12

export interface Dated {
  asOf: Temporal.PlainDate
  checkedOn: Temporal.PlainDate | null
}

/** Whether nobody has looked at it for a year. */
export function isStale({ asOf, checkedOn }: Dated, today: Temporal.PlainDate): boolean {
  const looked = checkedOn && Temporal.PlainDate.compare(checkedOn, asOf) > 0 ? checkedOn : asOf
  return Temporal.PlainDate.compare(looked.add({ months: staleMonths }), today) < 0
}

export const topics = [
  'legal_standing',
  'sanctions_and_export_control',
  'research_security',
  'finance',
  'data_protection',
  'academic_quality',
  'reputation',
] as const
export type Topic = (typeof topics)[number]

export const risks = ['low', 'medium', 'high'] as const
export type Risk = (typeof risks)[number]

/** `none`: never answered; `expired`: must be answered anew; `ending`: within ninety days. */
export type AnswerStanding = 'none' | 'expired' | 'ending' | 'valid'

export function answerStanding(expiresOn: Temporal.PlainDate | null, today: Temporal.PlainDate): AnswerStanding {
  if (!expiresOn) return 'none'
  if (Temporal.PlainDate.compare(expiresOn, today) < 0) return 'expired'
  return Temporal.PlainDate.compare(expiresOn, today.add({ days: 90 })) <= 0 ? 'ending' : 'valid'
}

export type FactRefusal =
  | 'fact_incomplete'
  | 'fact_source_missing'
  | 'fact_date_wrong'
  | 'fact_gone'
  | 'answer_missing'
  | 'answer_dates_wrong'
export const refuseFact = refuser<FactRefusal>()

/** A day as it stands, not in the future. @throws Refusal `fact_date_wrong` */
export function pastDay(typed: string, today: Temporal.PlainDate): string {
  const day = readDay(typed)
  if (!day || Temporal.PlainDate.compare(day, today) > 0) return refuseFact('fact_date_wrong', {}, 422)
  return day.toString()
}
