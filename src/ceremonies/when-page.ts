/** Fields for a date and a time on our clocks, with what the partner's show and when both are at work. */

import { readDay } from '#src/platform/day.ts'
import { comma, type Language, speak } from '#src/platform/i18n/words.ts'
import { clockTime } from '#src/platform/time.ts'
import { type Content, type Html, html, moments, type Place, radios, textField } from '#src/platform/ui/index.ts'
import { dayApart } from './day-apart.ts'
import type { FrameForm } from './frame-form.ts'
import { sharedHours, wallTime } from './wall-time.ts'
import { whenWords } from './words.ts'

export interface When {
  typed: Pick<FrameForm, 'date' | 'time' | 'which'>
  /** Ours first, then the partner's. */
  places: [Place, Place]
  language: Language
  /** What a colleague saved meanwhile. */
  saved?: Content
}

export function whenFields({ typed, places, language, saved }: When): Html {
  const w = speak(whenWords, language)
  const read = wallTime({ date: typed.date, time: typed.time, which: typed.which || undefined }, places[0].zone)
  const asked = typed.which !== '' || 'earlier' in read
  const both = 'instant' in read && html`<p class="when-both">${moments(read.instant, { places, language })}</p>`
  const which =
    asked &&
    radios({
      name: 'which',
      legend: w.which,
      value: typed.which,
      options: [
        { value: 'earlier', label: w.earlier },
        { value: 'later', label: w.later },
      ],
    })
  return html`<fieldset class="when"><legend>${w.legend}</legend><p class="hint">${w.hint(places[0].city[language] || places[0].city.en)}</p>
    ${saved && html`<p class="hint">${saved}</p>`}
    <div class="when-fields">${textField({ name: 'date', label: w.date, type: 'date', value: typed.date, required: true })}${textField({ name: 'time', label: w.time, type: 'time', value: typed.time, required: true })}</div>
    ${both}${which}<p class="hint">${hoursWords(typed.date, places, language)}</p></fieldset>`
}

/** When both are at work on that date, on both clocks. */
function hoursWords(date: string, places: [Place, Place], language: Language): Content {
  const day = readDay(date)
  if (!day) return ''
  const w = speak(whenWords, language)
  const span = sharedHours(day, [places[0].zone, places[1].zone])
  if (!span) return w.noneShared
  const at = ({ zone, city }: Place) => {
    const other = dayApart(span.from, zone, { at: span.from, zone: places[0].zone, language })
    const said = w.span(clockTime(span.from, zone), clockTime(span.to, zone), city[language] || city.en)
    return other ? `${said}${comma[language]}${other}` : said
  }
  return w.shared(at(places[0]), at(places[1]))
}
