/** How long ago something was, in words: `12 seconds ago`, `1 day ago`, `3天前`. */
import type { Language } from './i18n/words.ts'

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** Rounded down to the largest whole unit, a day being 24 hours: which day of the calendar it was is not said. An instant yet to come counts as now. */
export function ago(at: Temporal.Instant, now: Temporal.Instant, language: Language): string {
  const seconds = Math.max(0, Math.floor(now.since(at).total('seconds')))
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? (['second', 1] as const)
  const numeric = unit === 'day' ? 'always' : 'auto'
  const words = new Intl.RelativeTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { numeric })
  return words.format(-Math.floor(seconds / length), unit)
}
