/** The personal calendar: dates of the agreements somebody looks after, and of due diligence on their partners. What was settled stays in it, marked cancelled. */

import { timingSafeEqual } from 'node:crypto'
import { type DatedEntry, maySeeSomeAgreements } from '#src/agreements/index.ts'
import { type LatestAnswer, latestAnswers, topicWords } from '#src/partners/index.ts'
import { type CalendarEvent, calendar } from '#src/platform/calendar/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { isId } from '#src/platform/id.ts'
import { listAccounts, rowSecret } from '#src/platform/people/index.ts'
import { asVisitor, type Matters, ownAnswers, ownEntries, readMatters } from './read-reminders.ts'
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
  const visitor = asVisitor(person, o.now)
  const events = [
    ...entryEvents(await ownEntries(db, visitor, matters), { house, zone, language }),
    ...answerEvents(ownAnswers(visitor, matters, await latestAnswers(db)), { house, zone, language }),
  ]
  const name = speak(reminderPageWords, language).feedName(house.name[language])
  return calendar(events, { name, method: 'PUBLISH', url: feedAddress(house, feed), language })
}

interface Asked {
  house: FeedHouse
  zone: Matters['zone']
  language: Language
}

/** What an event of this calendar says for itself. */
interface Dated extends Pick<CalendarEvent, 'created' | 'modified' | 'sequence' | 'summary' | 'description'> {
  uid: string
  on: Temporal.PlainDate
  off: boolean
  path: string
}

/** At nine in the reader's morning. */
function dated({ uid, on, off, path, ...rest }: Dated, { house, zone, language }: Asked): CalendarEvent {
  const start = on.toZonedDateTime({ timeZone: zone, plainTime: '09:00' })
  return {
    uid: `${uid}@${new URL(house.publicUrl).host}`,
    status: off ? 'CANCELLED' : 'CONFIRMED',
    ...{ start: start.toInstant(), end: start.add({ minutes: 30 }).toInstant() },
    ...{ ...rest, url: `${house.publicUrl}${path}`, language },
  }
}

/** End, review and notice of each agreement. */
function entryEvents(entries: DatedEntry[], asked: Asked): CalendarEvent[] {
  const { language } = asked
  const w = speak(reminderPageWords, language)
  return entries.flatMap((entry) => {
    const { ends_on: ends, review_on: review, notice_months: months } = entry
    const over = Boolean(entry.terminated_on || entry.renewed)
    const notice = ends && months ? ends.subtract({ months }) : null
    const dates = [
      { of: 'end', on: ends, off: over || entry.endSettled, words: w.ends },
      { of: 'review', on: review, off: over || entry.reviewSettled, words: w.review },
      { of: 'notice', on: notice, off: over || entry.endSettled, words: w.notice },
    ]
    return dates.flatMap(({ of, on, off: settled, words }): CalendarEvent[] => {
      if (!on) return []
      const off = Boolean(settled)
      const written = { created: entry.created_at, modified: entry.changedAt }
      const said = { summary: words(entry.title[language]), description: entry.partnerName[language] }
      const [uid, path] = [`${of}-${entry.id}`, `/register/${entry.id}`]
      const sequence = entry.revision * 2 + (off ? 1 : 0)
      return [dated({ uid, on, off, sequence, ...written, ...said, path }, asked)]
    })
  })
}

/** The last day of each answer of due diligence; one given anew moves it. */
function answerEvents(answers: LatestAnswer[], asked: Asked): CalendarEvent[] {
  const { language } = asked
  const w = speak(reminderPageWords, language)
  return answers.map((answer) => {
    const { institution, topic, expires_on: on, ended: off, changes: sequence } = answer
    const name = { en: answer.name_en || answer.name_zh, zh: answer.name_zh || answer.name_en }
    const written = { created: answer.began_at, modified: answer.changed_at }
    const said = { summary: w.answerEnds(name[language]), description: topicWords[topic][language] }
    const path = `/partners/${institution}/facts`
    return dated({ uid: `answer-${institution}-${topic}`, on, off, sequence, ...written, ...said, path }, asked)
  })
}
