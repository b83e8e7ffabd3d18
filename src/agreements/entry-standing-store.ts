/** Where agreements stand on a day, asked of the database: the same sentences as `standingOn`. */
import { type SqlBool, sql } from 'kysely'
import { countRows } from '#src/platform/database/connect.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Reach } from '#src/procedures/index.ts'
import { endingDays, type Standing, standings } from './entry-standing.ts'
import './entry-tables.ts'
import { entryWithin } from './reach-store.ts'

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

/** How many entries within a reach stand where, for the line of counts above the list; one pass over the register. */
export async function countStandings(
  db: Db,
  day: Temporal.PlainDate,
  reach: Reach,
): Promise<Record<Standing | 'living', number>> {
  const rows = await db
    .selectFrom('agreement_entry')
    .select([standingFor(day.toString()).as('standing'), countRows.as('n')])
    .where(entryWithin(reach))
    .groupBy('standing')
    .execute()
  const of = (standing: Standing) => rows.find((row) => row.standing === standing)?.n ?? 0
  const each = Object.fromEntries(standings.map((standing) => [standing, of(standing)])) as Record<Standing, number>
  return { ...each, living: each.in_force + each.ending + each.open_ended }
}

/** `standingOn` as one expression: the first row that fits names it. */
const standingFor = (day: string) => sql<Standing>`case
  when terminated_on <= ${day}::date then 'terminated'
  when ends_on < ${day}::date then 'expired'
  when not coalesce(coalesce(effective_on, signed_on) <= ${day}::date, false) then 'to_come'
  when ends_on is null then 'open_ended'
  when ends_on <= ${day}::date + ${endingDays}::integer then 'ending'
  else 'in_force' end`
