/** That a time is on another day than the one people have in mind: the day something begins where they are. */
import type { Language } from '#src/platform/i18n/words.ts'
import { orderWords } from './order-words.ts'

/** `next day`, `前一日`; nothing where it is that day. */
export function dayApart(
  at: Temporal.Instant,
  zone: string,
  begins: { at: Temporal.Instant; zone: string; language: Language },
): string {
  const [first, here] = [
    begins.at.toZonedDateTimeISO(begins.zone).toPlainDate(),
    at.toZonedDateTimeISO(zone).toPlainDate(),
  ]
  const { days } = first.until(here)
  return days === 0 ? '' : orderWords[days > 0 ? 'nextDay' : 'dayBefore'][begins.language]
}
