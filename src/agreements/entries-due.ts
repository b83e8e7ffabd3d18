/** Agreements of the register with something to be brought to mind, and the dates of all that still run. */
import { type SqlBool, sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import type { Reach } from '#src/procedures/index.ts'
import { type Remindable, remindersDue } from './entry-reminder.ts'
import { reminderWords } from './entry-reminder-words.ts'
import { datesOf } from './entry-standing.ts'
import './entry-tables.ts'
import { entryWithin } from './reach-store.ts'

export type DatedEntry = Awaited<ReturnType<typeof datedEntries>>[number]

/** Every entry with an end or a review to come, and whether something was decided about it. One query. */
export async function datedEntries(db: Db) {
  const settled = (of: 'end' | 'review', date: 'ends_on' | 'review_on') =>
    sql<SqlBool>`exists (select from entry_settlement s where s.entry = agreement_entry.id and s.of = ${of}
      and s.for_date = agreement_entry.${sql.ref(date)})`
  const rows = await db
    .selectFrom('agreement_entry')
    .innerJoin('institution', 'institution.ror', 'agreement_entry.partner')
    .select(['id', 'partner', 'title_en', 'title_zh', 'signed_on', 'effective_on', 'ends_on', 'review_on'])
    .select(['terminated_on', 'notice_months', 'revision', 'created_at'])
    .select(['institution.name_en', 'institution.name_zh'])
    .select(sql<SqlBool>`exists (select from agreement_entry s where s.renews = agreement_entry.id)`.as('renewed'))
    .select([settled('end', 'ends_on').as('endSettled'), settled('review', 'review_on').as('reviewSettled')])
    .select(
      sql<Temporal.Instant>`coalesce((select max(at) from journal where subject_kind = 'entry'
        and subject_id = agreement_entry.id::text), agreement_entry.created_at)`.as('changedAt'),
    )
    .where((eb) => eb.or([eb('ends_on', 'is not', null), eb('review_on', 'is not', null)]))
    // A change signed here has carried its dates over to the agreement it changes.
    .where((eb) => eb.or([eb('agreement', 'is', null), eb('kind', 'not in', ['amendment', 'extension'])]))
    .orderBy(sql`coalesce(ends_on, review_on)`)
    .orderBy('title_en')
    .orderBy('id')
    .execute()
  return rows.map(({ name_en, name_zh, ...row }) => ({
    ...row,
    title: { en: row.title_en || row.title_zh, zh: row.title_zh || row.title_en },
    partnerName: { en: name_en || name_zh, zh: name_zh || name_en },
  }))
}

/** Which of the entries are within a reach: for those who work for a part of the house. */
export async function entryIdsWithin(db: Db, reach: Reach): Promise<Set<string>> {
  const rows = await db.selectFrom('agreement_entry').select('id').where(entryWithin(reach)).execute()
  return new Set(rows.map(({ id }) => id))
}

/** The same as the rules take it. */
export const remindable = (row: DatedEntry): Remindable => ({
  ...datesOf(row),
  reviewOn: row.review_on,
  noticeMonths: row.notice_months,
  renewed: Boolean(row.renewed),
  endSettled: Boolean(row.endSettled),
  reviewSettled: Boolean(row.reviewSettled),
})

/** What is due on a day, in words. */
export function entriesDue(entries: DatedEntry[], day: Temporal.PlainDate) {
  return entries.flatMap((entry) =>
    remindersDue(remindable(entry), day).map(({ rule, date }) => ({
      key: `entry:${entry.id}:${rule}:${date}`,
      partner: entry.partner,
      path: `/register/${entry.id}`,
      ...reminderWords(rule, { title: entry.title, partner: entry.partnerName, date }),
    })),
  )
}
