/** Writes iCalendar (RFC 5545, 7986) and its invitations (RFC 5546). All times are UTC, so no zone has to be described. */
import { htmlLang, type Language } from '#src/platform/i18n/words.ts'
import { line, parameter, text, utc } from './line.ts'

export interface Attendee {
  name: string
  email: string
}

export interface CalendarEvent {
  /** The same for ever; a change keeps it and raises `sequence`. */
  uid: string
  sequence: number
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  start: Temporal.Instant
  /** After `start`. */
  end: Temporal.Instant
  summary: string
  description?: string
  location?: string
  url?: string
  /** Where to join. For one person's calendar only: whoever has the file can join. */
  conference?: string
  created: Temporal.Instant
  /** When this state of the event came about; also the stamp, so that the same state gives the same bytes. */
  modified: Temporal.Instant
  organizer?: Attendee
  attendee?: Attendee
  /** Of summary, description and location. */
  language: Language
}

export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL'

export interface CalendarOptions {
  /** What the reader's program calls the calendar. */
  name: string
  method?: Method
  /** Where the calendar can be fetched again; programs then do so every six hours. */
  url?: string
  /** Of the name. */
  language?: Language
}

/** The whole file. Events that were cancelled stay in it, marked so: leaving one out would leave it in people's calendars. */
export function calendar(events: CalendarEvent[], { name, method, url, language }: CalendarOptions): string {
  const named = language ? `;LANGUAGE=${htmlLang[language]}` : ''
  const head = [
    line('BEGIN', 'VCALENDAR'),
    line('VERSION', '2.0'),
    line('PRODID', '-//Chirograph//Calendar 1//EN'),
    line('CALSCALE', 'GREGORIAN'),
    method && line('METHOD', method),
    line(`NAME${named}`, text(name)),
    // Older programs know the name only thus.
    line('X-WR-CALNAME', text(name)),
    url && line('URL;VALUE=URI', uri(url)),
    url && line('SOURCE;VALUE=URI', uri(url)),
    url && line('REFRESH-INTERVAL;VALUE=DURATION', 'PT6H'),
  ]
  return [...head, ...events.map((event) => component(event, method)), line('END', 'VCALENDAR')]
    .filter(Boolean)
    .join('')
}

function component(event: CalendarEvent, method: Method | undefined): string {
  if (Temporal.Instant.compare(event.start, event.end) >= 0) throw new Error(`event ${event.uid} ends before it begins`)
  const spoken = `;LANGUAGE=${htmlLang[event.language]}`
  const lines = [
    line('BEGIN', 'VEVENT'),
    line('UID', text(event.uid)),
    line('DTSTAMP', utc(event.modified)),
    line('CREATED', utc(event.created)),
    line('LAST-MODIFIED', utc(event.modified)),
    line('SEQUENCE', String(event.sequence)),
    line('STATUS', method === 'CANCEL' ? 'CANCELLED' : event.status),
    line('DTSTART', utc(event.start)),
    line('DTEND', utc(event.end)),
    line(`SUMMARY${spoken}`, text(event.summary)),
    event.description && line(`DESCRIPTION${spoken}`, text(event.description)),
    event.location && line(`LOCATION${spoken}`, text(event.location)),
    event.url && line('URL', uri(event.url)),
    event.conference && line('CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO', uri(event.conference)),
    event.organizer && line(`ORGANIZER;CN=${parameter(event.organizer.name)}`, mailto(event.organizer)),
    event.attendee && line(`ATTENDEE${invited(event.attendee, method)}`, mailto(event.attendee)),
    line('TRANSP', event.status === 'CANCELLED' || method === 'CANCEL' ? 'TRANSPARENT' : 'OPAQUE'),
    line('END', 'VEVENT'),
  ]
  return lines.filter(Boolean).join('')
}

/** Answers are given on the page the letter leads to, so none is asked of the mail program. */
function invited({ name }: Attendee, method: Method | undefined): string {
  const asked = method === 'REQUEST' ? ';PARTSTAT=NEEDS-ACTION' : ''
  return `;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT${asked};RSVP=FALSE;CN=${parameter(name)}`
}

/** A URI as it may stand in a line: what is no URI at all is a mistake of the caller. */
const uri = (address: string): string => new URL(address).href

const mailto = ({ email }: Attendee): string => `mailto:${encodeURI(email)}`
