/** The personal calendar: dates of the agreements somebody looks after. What was settled stays in it, marked cancelled. */

import { timingSafeEqual } from 'node:crypto'
import { type DatedEntry, maySeeSomeAgreements } from '#src/agreements/index.ts'
import { type CalendarEvent, calendar } from '#src/platform/calendar/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { isId } from '#src/platform/id.ts'
import { listAccounts, rowSecret } from '#src/platform/people/index.ts'
import { asVisitor, type Matters, ownEntries, readMatters } from './read-reminders.ts'
import { choiceOf, feedOwner } from './reminder-store.ts'
import { reminderPageWords } from './reminder-words.ts'

export interface FeedHouse {
  publicUrl: string
  secretKey: Uint8Array
  name: { en: string; zh: string }
}

/** The address of a calendar: its secret is derived, so no table and no journal holds it. */
export const feedAddress = ({ publicUrl, secretKey }: Omit<FeedHouse, 'name'>, feed: string): string =>
  `${publicUrl}/reminders/${feed}.${rowSecret(secretKey, { kind: 'calendar-feed', id: feed })}/calendar.ics`

/** @returns undefined where the address is none, was taken back, or its owner has left */
export async function personalCalendar(
  db: Db,
  house: FeedHouse,
  o: { secret: string; now: Temporal.Instant },
): Promise<string | undefined> {
  const [feed = '', given = ''] = o.secret.split('.')
  if (!isId(feed)) return undefined
  const right = Buffer.from(rowSecret(house.secretKey, { kind: 'calendar-feed', id: feed }))
  const typed = Buffer.from(given)
  if (typed.length !== right.length || !timingSafeEqual(typed, right)) return undefined
  const owner = await feedOwner(db, feed)
  const person = (await listAccounts(db)).find(({ account, endedAt }) => account.id === owner && !endedAt)
  if (!person || !maySeeSomeAgreements(asVisitor(person, o.now))) return undefined
  const matters = await readMatters(db, [])
  const zone = (await choiceOf(db, person.account.id))?.zone || matters.zone
  const { language } = person.account
  const events = dateEvents(await ownEntries(db, asVisitor(person, o.now), matters), { house, zone, language })
  const name = speak(reminderPageWords, language).feedName(house.name[language])
  return calendar(events, { name, method: 'PUBLISH', url: feedAddress(house, feed), language })
}

interface Asked {
  house: FeedHouse
  zone: Matters['zone']
  language: Language
}

/** End, review and notice of each, at nine in the reader's morning. */
function dateEvents(entries: DatedEntry[], { house, zone, language }: Asked): CalendarEvent[] {
  const w = speak(reminderPageWords, language)
  const { host } = new URL(house.publicUrl)
  return entries.flatMap((entry) => {
    const { ends_on: ends, review_on: review, notice_months: months } = entry
    const over = Boolean(entry.terminated_on || entry.renewed)
    const dates = [
      { of: 'end', on: ends, off: over || entry.endSettled, words: w.ends },
      { of: 'review', on: review, off: over || entry.reviewSettled, words: w.review },
      {
        of: 'notice',
        on: ends && months ? ends.subtract({ months }) : null,
        off: over || entry.endSettled,
        words: w.notice,
      },
    ]
    return dates.flatMap(({ of, on, off, words }): CalendarEvent[] => {
      if (!on) return []
      const start = on.toZonedDateTime({ timeZone: zone, plainTime: '09:00' })
      const times = { start: start.toInstant(), end: start.add({ minutes: 30 }).toInstant() }
      const written = { created: entry.created_at, modified: entry.changedAt }
      return [
        {
          uid: `${of}-${entry.id}@${host}`,
          sequence: entry.revision * 2 + (off ? 1 : 0),
          status: off ? 'CANCELLED' : 'CONFIRMED',
          ...times,
          ...written,
          summary: words(entry.title[language]),
          description: entry.partnerName[language],
          url: `${house.publicUrl}/register/${entry.id}`,
          language,
        },
      ]
    })
  })
}
