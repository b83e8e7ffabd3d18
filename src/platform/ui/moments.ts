/** Instants as people on both sides read them. */
import { comma, type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import { clockTime } from '#src/platform/time.ts'
import { type Html, html } from './html.ts'
import { showWords } from './words.ts'

/** A zone and what people there call it: the city of the university. */
export interface Place {
  /** IANA zone. */
  zone: string
  city: Phrase
}

const locale: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' }

/** A place for a zone whose city is not known, in the reader's words: "China Time", "中国时间". */
export function placeOf(zone: string): Place {
  const called = (language: Language) =>
    new Intl.DateTimeFormat(locale[language], { timeZone: zone, timeZoneName: 'longGeneric' })
      .formatToParts(0)
      .find((part) => part.type === 'timeZoneName')?.value ?? zone
  return { zone, city: { en: called('en'), zh: called('zh') } }
}

/** A date in words. Through `Intl` and not `Temporal`'s own `toLocaleString`, which writes Chinese dates as 2021/9/6 whatever is asked. */
function dateIn(at: Temporal.Instant, zone: string, language: Language, month: 'short' | 'long'): string {
  const format = new Intl.DateTimeFormat(locale[language], { timeZone: zone, year: 'numeric', month, day: 'numeric' })
  return format.format(at.epochMilliseconds)
}

/** One instant in the local time of every place: `6 Sept 2021, 15:20 London, 22:20 Wuhan`. Where the day differs, each place gets its own, also without `date`. */
export function moments(at: Temporal.Instant, o: { places: Place[]; language: Language; date?: boolean }): Html {
  const dates = o.places.map((place) => dateIn(at, place.zone, o.language, 'short'))
  const oneDay = dates.every((date) => date === dates[0])
  const parts = o.places.map((place, index) => {
    const dated = !oneDay || (index === 0 && (o.date ?? true))
    const time = clockTime(at, place.zone)
    const shown = o.language === 'en' ? `${time} ${place.city.en}` : `${place.city.zh} ${time}`
    return html`${index > 0 && comma[o.language]}${dated && `${dates[index]}${o.language === 'en' ? comma[o.language] : ' '}`}${shown}`
  })
  return html`<time class="moments" datetime="${at.toString({ smallestUnit: 'second' })}">${parts}</time>`
}

/** The date of an instant in one zone, in words. */
export function day(at: Temporal.Instant, o: { zone: string; language: Language }): Html {
  const date = at.toZonedDateTimeISO(o.zone).toPlainDate().toString()
  return html`<time class="day" datetime="${date}">${dateIn(at, o.zone, o.language, 'long')}</time>`
}

/** A number of days in words: `today`, `1 day`, `58 天`. */
export function daysFor(days: number, language: Language): string {
  const w = speak(showWords, language)
  return days <= 0 ? w.today : w.days(days)
}
