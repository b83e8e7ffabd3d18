/** When something about an agreement must be brought to mind. Pure rules. */
import { type EntryDates, standingOn } from './entry-standing.ts'

const { compare } = Temporal.PlainDate

/** When something about an entry must be brought to mind. */
export interface Rule {
  key: string
  /** Which date it counts towards. */
  of: 'end' | 'review' | 'notice'
  /** Days before that date. */
  days: number
}

export const reminderRules: Rule[] = [
  ...[365, 180, 90, 30].map((days) => ({ key: `end_${days}`, of: 'end' as const, days })),
  ...[90, 30].map((days) => ({ key: `review_${days}`, of: 'review' as const, days })),
  ...[60, 14].map((days) => ({ key: `notice_${days}`, of: 'notice' as const, days })),
]

export interface Remindable extends EntryDates {
  reviewOn: Temporal.PlainDate | null
  noticeMonths: number | null
  /** Another entry renews this one: nothing about its end needs bringing to mind. */
  renewed: boolean
  /** It was decided what becomes of it at its end. */
  endSettled: boolean
  /** It was reviewed. */
  reviewSettled: boolean
}

/**
 * The reminders due on a day: of each date only the nearest rule reached, so that an entry written down late is not reminded
 * of four times at once.
 * @param day the calendar day in the reader's zone: reminders come at the start of a day, whatever the clocks do
 */
export function remindersDue(entry: Remindable, day: Temporal.PlainDate): { rule: string; date: Temporal.PlainDate }[] {
  if (entry.renewed || ['expired', 'terminated'].includes(standingOn(entry, day))) return []
  const { endsOn, reviewOn, noticeMonths } = entry
  const dates = {
    end: entry.endSettled ? null : endsOn,
    review: entry.reviewSettled ? null : reviewOn,
    notice: endsOn && noticeMonths && !entry.endSettled ? endsOn.subtract({ months: noticeMonths }) : null,
  }
  return (['end', 'review', 'notice'] as const).flatMap((of) => {
    const date = dates[of]
    if (!date || compare(date, day) < 0) return []
    const reached = reminderRules.filter((r) => r.of === of && compare(date.subtract({ days: r.days }), day) <= 0)
    const nearest = reached.toSorted((a, b) => a.days - b.days)[0]
    return nearest ? [{ rule: nearest.key, date }] : []
  })
}
