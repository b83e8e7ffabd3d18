/** By the clock: each person is told what is due to them and was not told before, in their morning, the way they chose. */
import type { Db } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { type ListedAccount, listAccounts } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { asVisitor, type Matters, readMatters, remindersFor } from './read-reminders.ts'
import { type Choice, goesOut, type Reminder } from './reminder.ts'
import { choices, forgetHandled, noteTold, toldToAll } from './reminder-store.ts'
import { digestWords } from './reminder-words.ts'

/**
 * Running it again, or on two processes at once, tells nobody anything twice: what was told is a row of its own.
 * @returns how many reminders were given
 */
export async function sendReminders(db: Db, steps: string[], now: Temporal.Instant): Promise<number> {
  const matters = await readMatters(db, steps)
  const chosen = await choices(db)
  const earlier = await toldToAll(db)
  let told = 0
  for (const person of (await listAccounts(db)).filter(({ roles, endedAt }) => !endedAt && roles.length > 0)) {
    const { how = 'at_once', zone = '' } = chosen.get(person.account.id) ?? {}
    const before = earlier.get(person.account.id) ?? { keys: [], last: null }
    told += await remind(db, person, { choice: { how, zone: zone || matters.zone }, before, matters, now })
  }
  return told
}

interface Asked {
  choice: Choice
  before: { keys: string[]; last: Temporal.Instant | null }
  matters: Matters
  now: Temporal.Instant
}

async function remind(db: Db, person: ListedAccount, { choice, before, matters, now }: Asked): Promise<number> {
  const { id } = person.account
  const { keys, last } = before
  if (!goesOut(choice, now, last)) return 0
  const day = now.toZonedDateTimeISO(choice.zone).toPlainDate()
  const due = await remindersFor(db, asVisitor(person, now), matters, { day, now })
  const contacts = due.filter(({ key }) => key.startsWith('contact:')).map(({ key }) => key)
  const gone = keys.some((key) => key.startsWith('contact:') && !contacts.includes(key))
  const fresh = due.filter(({ key }) => !keys.includes(key))
  if (fresh.length === 0 && !gone) return 0
  return db.transaction().execute(async (tx) => {
    await forgetHandled(tx, id, 'contact', contacts)
    const first = await noteTold(
      tx,
      id,
      fresh.map(({ key }) => key),
      now,
    )
    const news = fresh.filter(({ key }) => first.includes(key))
    if (news.length === 0) return 0
    const then = lettersOf(choice, news).map((letter) => mail({ to: { account: id }, ...letter }))
    const about = { kind: 'account', id }
    await record(tx, { at: now, by: { kind: 'node' }, about, act: 'reminder.sent', detail: { keys: first }, then })
    return news.length
  })
}

/** One letter each for who is told at once; else all of them in one. */
function lettersOf({ how }: Choice, news: Reminder[]): Omit<Reminder, 'key'>[] {
  const letters = news.map(({ subject, text, path }) => ({ subject, text, path }))
  return how === 'at_once' || letters.length === 1 ? letters : [digestWords(letters)]
}
