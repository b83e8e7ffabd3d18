/** How long an agreement lasts: the days its term names. Rules only. */
import type { Term } from './text.ts'

/** When a partnership is reviewed where its text names no end: a year before five years are over. */
const reviewAfter = { years: 4 }
/** A review begins a year before the end, where there is a year. */
const reviewAhead = { years: 1 }

export interface TermDays {
  /** The last day in force; null where there is none. */
  endsOn: Temporal.PlainDate | null
  reviewOn: Temporal.PlainDate
  noticeMonths: number | null
}

/** The day of an instant by which both sides count years: in UTC, the same for both. */
export const countedFrom = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('UTC').toPlainDate()

/** @param term undefined where the text names none @param effective when the agreement took effect */
export function termDays(term: Term | undefined, effective: Temporal.Instant): TermDays {
  const from = countedFrom(effective)
  const noticeMonths = term?.noticeMonths ?? null
  if (!term) return { endsOn: null, reviewOn: from.add(reviewAfter), noticeMonths }
  const { ends } = term
  if (ends.kind === 'open') return { endsOn: null, reviewOn: Temporal.PlainDate.from(ends.reviewOn), noticeMonths }
  const endsOn =
    ends.kind === 'on' ? Temporal.PlainDate.from(ends.day) : from.add({ years: ends.years }).subtract({ days: 1 })
  return { endsOn, reviewOn: reviewBefore(endsOn, from), noticeMonths }
}

function reviewBefore(endsOn: Temporal.PlainDate, from: Temporal.PlainDate): Temporal.PlainDate {
  const ahead = endsOn.subtract(reviewAhead)
  return Temporal.PlainDate.compare(ahead, from) < 0 ? endsOn : ahead
}
