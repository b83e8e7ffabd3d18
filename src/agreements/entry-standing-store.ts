/** Where agreements stand on a day, asked of the database: the same sentences as `standingOn`. */
import { type SqlBool, sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import type { Reach } from '#src/procedures/index.ts'
import { endingDays, type Standing } from './entry-standing.ts'
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

/** How many entries within a reach stand where, for the line of counts above the list. */
export async function countStandings(
  db: Db,
  day: Temporal.PlainDate,
  reach: Reach,
): Promise<Record<Standing | 'living', number>> {
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
    .where(entryWithin(reach))
    .executeTakeFirstOrThrow()
  return Object.fromEntries(Object.entries(row).map(([key, n]) => [key, Number(n)])) as Record<
    Standing | 'living',
    number
  >
}
