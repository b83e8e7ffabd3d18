/** The running order as a timetable in the local times of both sides. */
import { comma, type Language, speak } from '#src/platform/i18n/words.ts'
import { clockTime } from '#src/platform/time.ts'
import {
  type Content,
  type Html,
  html,
  inBoth,
  inLanguage,
  type Place,
  person,
  section,
  sideClass,
  sideDot,
  table,
} from '#src/platform/ui/index.ts'
import { dayApart } from './day-apart.ts'
import type { Speaker } from './guest.ts'
import { orderWords } from './order-words.ts'
import type { Plan, PlanItem } from './plan.ts'
import type { PlanView } from './read-plan.ts'
import type { Reader } from './reader.ts'
import { tongueWords } from './value-words.ts'

export function runningOrderSection(v: PlanView, reader: Reader): Html {
  const w = speak(orderWords, reader.language)
  const { plan } = v
  const columns = [
    ...reader.places.map((place) => ({ label: place.city[reader.language] || place.city.en || place.zone })),
    { label: w.minutes, numeric: true },
    { label: w.item, head: true },
    { label: w.speaker },
    { label: w.language },
  ]
  const rows = plan.items.map((item) => itemRow(v, item, reader))
  const end = [...times(plan.endsAt, plan, reader), '', html`<span class="muted">${w.ends}</span>`, '', '']
  const body = html`<div class="timetable">${table({ caption: w.caption, captionHidden: true, columns, rows: [...rows, end] })}</div>`
  return section({ title: w.title, note: offsetWords(plan, reader), id: 'order', body })
}

function itemRow(v: PlanView, item: PlanItem, reader: Reader): Content[] {
  const w = speak(orderWords, reader.language)
  const { language } = reader
  const side = reader.side(item.party)
  const note = item.note && html`<p class="order-note">${item.note}</p>`
  const ours = v.notes[item.id] && html`<p class="order-note own">${w.ourNote}: ${v.notes[item.id]}</p>`
  const interpreted = item.interpreter && html`<br><span class="muted small">${w.interpreted(item.interpreter)}</span>`
  return [
    ...times(item.startsAt, v.plan, reader),
    item.minutes,
    html`<span class="order-title serif ${sideClass(side)}">${side && sideDot(side, reader.short(item.party!))}${inBoth(item.title, language)}</span>${note}${ours}`,
    item.speaker ? speakerShown(item.speaker, language) : item.party ? html`<span class="muted">${w.open}</span>` : '',
    html`${tongueWords[item.language][language]}${interpreted}`,
  ]
}

/** Name and title, with the organisation where it is neither university. */
export function speakerShown(s: Speaker, language: Language): Html {
  const organisation = s.party === null && html`${comma[language]}${inLanguage(s.organisation, language)}`
  return html`${person(s.name)}<br><span class="muted small">${inLanguage(s.title, language)}${organisation}</span>`
}

/** The time on both clocks; where a city is on another day than ours at the beginning, it says so. */
function times(at: Temporal.Instant, plan: Plan, reader: Reader): Content[] {
  const begins = { at: plan.startsAt, zone: reader.places[0]!.zone, language: reader.language }
  return reader.places.map(({ zone }) => {
    const other = dayApart(at, zone, begins)
    return html`<span class="clock">${clockTime(at, zone)}</span>${other && html` <span class="muted small">${other}</span>`}`
  })
}

/** "Wuhan is 7 hours ahead of London on that day". */
export function offsetWords(plan: Plan, reader: Reader): string {
  const w = speak(orderWords, reader.language)
  const [a, b] = reader.places as [Place, Place]
  const ahead = (place: Place) => plan.startsAt.toZonedDateTimeISO(place.zone).offsetNanoseconds / 3.6e12
  const hours = ahead(a) - ahead(b)
  if (hours === 0) return w.sameTime
  const name = (place: Place) => place.city[reader.language] || place.city.en
  const [first, second] = hours > 0 ? [a, b] : [b, a]
  return w.offset(w.hours(Math.abs(hours)), name(first), name(second))
}
