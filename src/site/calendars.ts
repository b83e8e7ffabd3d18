/** Events as calendar files: one, all, or those with one partner. Nobody's name, no room to join: anyone may have them. */
import { eventIdentity } from '#src/ceremonies/index.ts'
import { type CalendarEvent, calendar } from '#src/platform/calendar/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { address, calendarPath, partnerCalendarPath, pathOf } from './addresses.ts'
import { plain } from './entries.ts'
import type { PublicEvent } from './event.ts'
import type { Around } from './read-site.ts'

const statuses: Record<PublicEvent['standing'], CalendarEvent['status']> = {
  tentative: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  live: 'CONFIRMED',
  past: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
}

/** Both languages in one line, where one calendar serves readers of both. */
const together = ({ en, zh }: { en: string; zh: string }): string => [en, zh].filter(Boolean).join(' · ')

export function calendarEvent(event: PublicEvent, language: Language | null, origin: string): CalendarEvent {
  const say = (text: { en: string; zh: string }) => (language ? plain(text, language) : together(text))
  const halls = event.places.map(({ hall, city }) => [say(hall), say(city)].filter(Boolean).join(', '))
  return {
    uid: eventIdentity(event.id, new URL(origin).host),
    sequence: event.sequence,
    status: statuses[event.standing],
    start: event.startsAt,
    end: event.endsAt,
    summary: say(event.title),
    location: halls.join('; '),
    url: address(origin, language ?? 'en', pathOf.event(event.id)),
    created: event.modifiedAt,
    modified: event.modifiedAt,
    language: language ?? 'en',
  }
}

/** @param partner only its events */
export function siteCalendar(
  { us, partners }: Around,
  events: PublicEvent[],
  origin: string,
  partner?: string,
): string {
  const who = partners.find(({ ror }) => ror === partner)
  const name = who ? `${together(us.short)} + ${together(who.short)}` : together(us.short)
  const url = origin + (partner ? partnerCalendarPath(partner) : calendarPath)
  return calendar(
    events.map((event) => calendarEvent(event, null, origin)),
    { name, method: 'PUBLISH', url },
  )
}

export function eventCalendar(event: PublicEvent, language: Language, origin: string): string {
  return calendar([calendarEvent(event, language, origin)], {
    name: plain(event.title, language),
    method: 'PUBLISH',
    language,
  })
}
