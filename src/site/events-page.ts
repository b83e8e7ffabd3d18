/** Events the public may follow: to come, and past. */
import { speak } from '#src/platform/i18n/words.ts'
import { empty, type Html, html, type PublicView } from '#src/platform/ui/index.ts'
import { calendarPath, pathOf } from './addresses.ts'
import { eventEntry, part, titleHead } from './entries.ts'
import { inOrder, type PublicEvent } from './event.ts'
import { eventWords } from './event-words.ts'
import type { Reading } from './home-page.ts'
import type { Around } from './read-site.ts'

export interface EventsView extends Around {
  events: PublicEvent[]
}

export function eventsPage(v: EventsView, r: Reading): PublicView {
  const { language, house, now } = r
  const w = speak(eventWords, language)
  const { toCome, past } = inOrder(v.events, now)
  const draw = (events: PublicEvent[]): Html =>
    html`${events.map((event) =>
      eventEntry(event, language, {
        heading: 3,
        us: v.us.ror,
        partner: v.partners.find(({ ror }) => ror === event.partner)?.short,
      }),
    )}`
  const none = empty({ title: w.emptyTitle, text: w.emptyText })
  const subscribe = html`<a href="${calendarPath}" type="text/calendar">${w.subscribe}</a>`
  const body = html`${titleHead({ title: w.title, meta: subscribe })}
    ${toCome.length > 0 ? part({ title: w.toCome, body: draw(toCome), kind: 'events' }) : none}
    ${past.length > 0 && part({ title: w.past, body: draw(past), kind: 'events' })}`
  return {
    title: w.title,
    description: w.description(house.name[language]),
    path: pathOf.events,
    current: 'events',
    body,
  }
}
