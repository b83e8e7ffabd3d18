/** Time is an instant plus an IANA zone. The clock is handed down, never read in passing. */
import type { Language } from './i18n/words.ts'

export type Clock = () => Temporal.Instant

const [firstDay, lastDay] = ['1970-01-01T00:00Z', '9999-01-01T00:00Z'].map((text) => Temporal.Instant.from(text))

/** Whether an instant has a year of four digits in every zone: others are read and written differently by each program. */
export const isOfOurAge = (at: Temporal.Instant): boolean =>
  Temporal.Instant.compare(at, firstDay!) >= 0 && Temporal.Instant.compare(at, lastDay!) < 0

export const systemClock: Clock = () => Temporal.Now.instant()

const locale: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' }

/** The date of an instant in a zone, in words: `23 September 2021`, `2021年9月23日`. */
export function dateWords(at: Temporal.Instant, zone: string, language: Language): string {
  const form = new Intl.DateTimeFormat(locale[language], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: zone,
  })
  return form.format(at.epochMilliseconds)
}

/** A day in words: a day has no hour and no zone. */
export const dayWords = (day: Temporal.PlainDate, language: Language): string =>
  dateWords(day.toZonedDateTime('UTC').toInstant(), 'UTC', language)

/** A year, or a date in words. */
export const sinceWords = (since: string, language: Language): string =>
  since.length === 4 ? (language === 'en' ? since : `${since}年`) : dayWords(Temporal.PlainDate.from(since), language)

/** The wall-clock time of an instant in a zone: `16:42`. */
export function clockTime(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The day of an instant in each zone, in words: the first zone's always, every other's only where it is another day there. */
export function daysApart(at: Temporal.Instant, zones: string[], language: Language): string[] {
  const days = zones.map((zone) => dateWords(at, zone, language))
  return days.map((day, n) => (n === 0 || day !== days[0] ? day : ''))
}

/** The day of an instant in a zone, in words, where it is another there than that of `than`; else nothing. */
export function otherDay(
  at: Temporal.Instant,
  { than, zone, language }: { than: Temporal.Instant; zone: string; language: Language },
): string {
  const day = dateWords(at, zone, language)
  return day === dateWords(than, zone, language) ? '' : day
}

/** Whole days from one instant to another, counted in 24 hours, never negative. */
export function wholeDays(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.max(0, Math.floor(from.until(to).total('hours') / 24))
}

/** Days by the calendar of a zone from one instant to another, never negative: an hour before midnight is a day ago at one. */
export function calendarDays(from: Temporal.Instant, to: Temporal.Instant, zone: string): number {
  const [first, last] = [from, to].map((at) => at.toZonedDateTimeISO(zone).toPlainDate())
  return Math.max(0, first!.until(last!).days)
}
