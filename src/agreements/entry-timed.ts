/** Reminders of what ends, is to be reviewed or must be given notice of: each once, to the officers, at the start of their day. */
import { sql } from 'kysely'
import { ourInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { type Following, record } from '#src/platform/record.ts'
import { remindersDue } from './entry-reminder.ts'
import { datesOf } from './entry-standing.ts'
import './entry-tables.ts'
import { reminderWords } from './entry-reminder-words.ts'

/** The hour of the day, in the office's zone, from which the day's reminders are sent. */
const officeOpens = 8

/**
 * Tells the officers of what is due today and was not told before. Running it again, or on two processes at once, tells nothing
 * twice: what was told is a row of its own.
 * @returns how many reminders were given
 */
export async function remindOfEntries(db: Db, now: Temporal.Instant): Promise<number> {
  const here = now.toZonedDateTimeISO((await ourInstitution(db)).zone)
  if (here.hour < officeOpens) return 0
  return db.transaction().execute(async (tx) => {
    const due = (await candidates(tx)).flatMap((entry) =>
      remindersDue({ ...entry, ...datesOf(entry) }, here.toPlainDate()).map((one) => ({ ...one, entry })),
    )
    let told = 0
    for (const { entry, rule, date } of due)
      if (await note(tx, entry.id, rule, date, now)) told += await tell(tx, entry, rule, date, now)
    return told
  })
}

type Candidate = Awaited<ReturnType<typeof candidates>>[number]

/** Entries that may have something due: those with a date within two years and no successor. */
async function candidates(tx: Tx) {
  const rows = await tx
    .selectFrom('agreement_entry')
    .innerJoin('institution', 'institution.ror', 'agreement_entry.partner')
    .select(['id', 'title_en', 'title_zh', 'signed_on', 'effective_on', 'ends_on', 'review_on', 'terminated_on'])
    .select(['notice_months', 'institution.name_en', 'institution.name_zh'])
    .select(
      sql<boolean>`exists (select from agreement_entry successor where successor.renews = agreement_entry.id)`.as(
        'renewed',
      ),
    )
    .where('terminated_on', 'is', null)
    // A change signed here has carried its dates over to the agreement it changes.
    .where((eb) => eb.or([eb('agreement', 'is', null), eb('kind', 'not in', ['amendment', 'extension'])]))
    .where((eb) => eb.or([eb('ends_on', 'is not', null), eb('review_on', 'is not', null)]))
    .execute()
  return rows.map((row) => ({ ...row, reviewOn: row.review_on, noticeMonths: row.notice_months }))
}

/** @returns false where it was told before */
async function note(tx: Tx, entry: string, rule: string, date: Temporal.PlainDate, now: Temporal.Instant) {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('entry_reminder')
    .values({ entry, rule, for_date: date.toString(), told_at: now })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

async function tell(
  tx: Tx,
  entry: Candidate,
  rule: string,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<1> {
  const words = reminderWords(rule, {
    title: { en: entry.title_en || entry.title_zh, zh: entry.title_zh || entry.title_en },
    partner: { en: entry.name_en, zh: entry.name_zh || entry.name_en },
    date,
  })
  const then: Following[] = (await accountsWithRole(tx, 'officer')).map((o) =>
    mail({ to: { account: o.id }, ...words, path: `/register/${entry.id}` }),
  )
  const about = { kind: 'entry', id: entry.id }
  await record(tx, {
    at: now,
    by: { kind: 'node' },
    about,
    act: 'entry.reminded',
    detail: { rule, date: date.toString() },
    then,
  })
  return 1
}
