/** When reminders go out, and to whom. Pure rules. */
import type { Phrase } from '#src/platform/i18n/words.ts'

export const reminderWays = ['at_once', 'daily', 'weekly'] as const
export type ReminderWay = (typeof reminderWays)[number]

export interface Reminder {
  /** Names the matter, the rule and the date: told to one person once. */
  key: string
  subject: Phrase
  text: Phrase
  path: string
}

export interface Choice {
  how: ReminderWay
  /** Whose morning it is. */
  zone: string
}

/** The hour of the reader's day from which reminders are sent. */
const opens = 8

/**
 * Whether reminders go out to somebody now. A letter of the day or the week goes once in it; those who are told at once are told
 * whenever something comes up, from the morning on.
 */
export function goesOut({ how, zone }: Choice, now: Temporal.Instant, lastTold: Temporal.Instant | null): boolean {
  const here = now.toZonedDateTimeISO(zone)
  if (here.hour < opens) return false
  if (how === 'weekly' && here.dayOfWeek !== 1) return false
  if (how === 'at_once' || !lastTold) return true
  return Temporal.PlainDate.compare(lastTold.toZonedDateTimeISO(zone).toPlainDate(), here.toPlainDate()) < 0
}

/** Whose reminder it is: those who look after the partner, or where nobody does, every officer. */
export const ownsIt = (person: { id: string; officer: boolean }, leads: string[] | undefined): boolean =>
  leads?.length ? leads.includes(person.id) : person.officer

/** Days an approval may wait before it is brought to mind, again, and once more. */
export const approvalDays = [3, 7, 14]

/** The latest of those steps that is reached. */
export const approvalReached = (waited: number): number | undefined => approvalDays.findLast((days) => days <= waited)
