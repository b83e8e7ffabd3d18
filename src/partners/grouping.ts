/** A grouping of institutions, such as an alliance or a list somebody publishes: what it is, and what is refused. Pure rules. */
import { readDay } from '#src/platform/day.ts'
import { refuser } from '#src/platform/refusal.ts'

export interface GroupingDetails {
  name: { en: string; zh: string }
  /** Where its membership is written. */
  source: string
  /** As of when. */
  asOf: string
  /** Whether the public site says that a partner belongs to it. */
  public: boolean
}

export type GroupingRefusal =
  | 'grouping_name_missing'
  | 'grouping_source_missing'
  | 'grouping_date_wrong'
  | 'grouping_name_taken'
  | 'grouping_changed_meanwhile'
  | 'grouping_member_unknown'
  | 'grouping_member_gone'
export const refuseGrouping = refuser<GroupingRefusal>()

/** @throws Refusal `grouping_name_missing`, `grouping_source_missing`, `grouping_date_wrong` */
export function checkGrouping({ name, source, asOf }: GroupingDetails, today: Temporal.PlainDate): void {
  if (!name.en && !name.zh) refuseGrouping('grouping_name_missing', {}, 422)
  if (!source) refuseGrouping('grouping_source_missing', {}, 422)
  const day = readDay(asOf)
  if (!day || Temporal.PlainDate.compare(day, today) > 0) refuseGrouping('grouping_date_wrong', {}, 422)
}
