/** The calendar part of a mail (iMIP, RFC 6047): an invitation, a change of it, or its cancellation. */
import { type CalendarEvent, calendar } from '#src/platform/calendar/index.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Recipient } from './compose.ts'

/** An event as it waits in the outbox: instants as text, words in both languages, local paths that may hold `{secret}`. */
export interface MailEvent {
  method: 'REQUEST' | 'CANCEL'
  uid: string
  sequence: number
  status: CalendarEvent['status']
  start: string
  end: string
  created: string
  modified: string
  summary: Phrase
  description: Phrase
  location: Phrase
  /** The recipient's own page about it. */
  path?: string
  /** Where the recipient joins: a local path, or the address of the meeting. */
  conference?: string
}

/** A calendar file as it goes into the mail. */
export interface CalendarPart {
  method: MailEvent['method']
  /** File name. */
  name: string
  content: string
}

export interface Sender {
  name: string
  email: string
}

/** `Office <office@example.edu>`, or the address alone, as its parts. */
export function senderOf(mailFrom: string): Sender {
  const [, name, address] = /^(.*?)\s*<([^<>]+)>$/.exec(mailFrom) ?? []
  return { name: name || mailFrom, email: address ?? mailFrom }
}

/** @param fill puts the secret in; @param origin of this node's pages */
export function eventPart(
  event: MailEvent,
  to: Recipient,
  { origin, fill, sender }: { origin: string; fill: (text: string) => string; sender: Sender },
): CalendarPart {
  const { language } = to
  const address = (path: string | undefined) => path && new URL(fill(path), origin).href
  const instants = {
    start: Temporal.Instant.from(event.start),
    end: Temporal.Instant.from(event.end),
    created: Temporal.Instant.from(event.created),
    modified: Temporal.Instant.from(event.modified),
  }
  const written: CalendarEvent = {
    ...instants,
    uid: event.uid,
    sequence: event.sequence,
    status: event.status,
    summary: event.summary[language],
    description: event.description[language],
    location: event.location[language],
    url: address(event.path),
    conference: address(event.conference),
    organizer: sender,
    attendee: { name: to.name, email: to.address },
    language,
  }
  const content = calendar([written], { name: written.summary, method: event.method, language })
  return { method: event.method, name: event.method === 'CANCEL' ? 'cancelled.ics' : 'invitation.ics', content }
}
