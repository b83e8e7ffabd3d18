/** Asking the register: filters, words anywhere in an agreement or its files, in a fixed number of queries whatever the answer. */
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { countRows } from '#src/platform/database/connect.ts'
import type { Db, Tables } from '#src/platform/database/tables.ts'
import { fold, pairs, tokens } from '#src/platform/search/terms.ts'
import { type EntryKind, endingDays, type Standing } from './entry.ts'
import './entry-tables.ts'

export interface EntryFilter {
  /** Words, in any language; all must be found. */
  words: string
  partner: string
  kind: EntryKind | ''
  standing: Standing | 'living' | ''
  /** In force at some time of that year. */
  year: number | null
  unit: string
}

export type EntrySort = 'end' | 'signed' | 'title' | 'partner'

type Row = ExpressionBuilder<Tables & { i: Tables['institution'] }, 'agreement_entry' | 'i'>

/** @param o.day decides the standing of each */
export async function searchEntries(
  db: Db,
  filter: EntryFilter,
  o: { day: Temporal.PlainDate; sort: EntrySort; limit: number; offset?: number },
) {
  const asked = db
    .selectFrom('agreement_entry')
    .innerJoin('institution as i', 'i.ror', 'agreement_entry.partner')
    .where((eb) => eb.and(conditions(eb as Row, filter, o.day.toString())))
  const [rows, counted] = await Promise.all([
    asked
      .selectAll('agreement_entry')
      .select(['i.name_en', 'i.name_zh', 'i.country'])
      .orderBy(orders[o.sort])
      .orderBy('agreement_entry.id')
      .limit(o.limit)
      .offset(o.offset ?? 0)
      .execute(),
    asked.select(countRows.as('n')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: counted.n }
}
export type EntryFound = Awaited<ReturnType<typeof searchEntries>>['rows'][number]

const orders = {
  end: sql`coalesce(terminated_on, ends_on, 'infinity'::date)`,
  signed: sql`coalesce(signed_on, '-infinity'::date) desc`,
  title: sql`lower(title_en || title_zh)`,
  partner: sql`i.name_en`,
} as const

function conditions(eb: Row, filter: EntryFilter, day: string) {
  const { partner, kind, standing, year, unit } = filter
  return [
    ...wordConditions(filter.words),
    ...(partner ? [eb('partner', '=', partner)] : []),
    ...(kind ? [eb('kind', '=', kind)] : []),
    ...(standing ? [standingCondition(standing, day)] : []),
    ...(year
      ? [
          sql<SqlBool>`coalesce(effective_on, signed_on) < make_date(${year} + 1, 1, 1)
            and coalesce(least(ends_on, terminated_on), 'infinity') >= make_date(${year}, 1, 1)`,
        ]
      : []),
    ...(unit ? [sql<SqlBool>`lower(units) like ${`%${unit.toLowerCase()}%`}`] : []),
  ]
}

/** A word is found anywhere in the text; Chinese by its pairs of characters. The partner's names count too. */
function wordConditions(words: string) {
  return tokens(fold(words))
    .slice(0, 12)
    .map(({ text, unspaced }) => {
      const anywhere = `%${text}%`
      const inText =
        unspaced && [...text].length > 1
          ? sql`searched.terms @> ${pairs(text)}::text[]`
          : sql`searched.haystack like ${anywhere}`
      return sql<SqlBool>`(agreement_entry.id in (select entry from agreement_entry_text searched where ${inText})
        or agreement_entry.partner in (select ror from institution known where known.haystack like ${anywhere}))`
    })
}

/** The same as `standingOn`, for many rows at once; a test compares the two. */
export function standingCondition(standing: Standing | 'living', day: string) {
  const begins = sql`coalesce(effective_on, signed_on)`
  const over = sql`(coalesce(terminated_on <= ${day}::date, false) or coalesce(ends_on < ${day}::date, false))`
  const begun = sql`(${begins} is not null and ${begins} <= ${day}::date)`
  const soon = sql`(${day}::date + ${endingDays}::integer)`
  const by: Record<Standing | 'living', ReturnType<typeof sql<SqlBool>>> = {
    terminated: sql`coalesce(terminated_on <= ${day}::date, false)`,
    expired: sql`not coalesce(terminated_on <= ${day}::date, false) and coalesce(ends_on < ${day}::date, false)`,
    to_come: sql`not ${over} and not ${begun}`,
    open_ended: sql`not ${over} and ${begun} and ends_on is null`,
    ending: sql`not ${over} and ${begun} and ends_on <= ${soon}`,
    in_force: sql`not ${over} and ${begun} and ends_on > ${soon}`,
    living: sql`not ${over} and ${begun}`,
  }
  return by[standing]
}

/** How many entries stand where, for the line of counts above the list. */
export async function countStandings(db: Db, day: Temporal.PlainDate): Promise<Record<Standing | 'living', number>> {
  const on = day.toString()
  const of = (standing: Standing | 'living') => sql<string>`count(*) filter (where ${standingCondition(standing, on)})`
  const row = await db
    .selectFrom('agreement_entry')
    .select([
      of('to_come').as('to_come'),
      of('in_force').as('in_force'),
      of('ending').as('ending'),
      of('open_ended').as('open_ended'),
      of('expired').as('expired'),
      of('terminated').as('terminated'),
      of('living').as('living'),
    ])
    .executeTakeFirstOrThrow()
  return Object.fromEntries(Object.entries(row).map(([key, n]) => [key, Number(n)])) as Record<
    Standing | 'living',
    number
  >
}
