/** Agreements that have ended with everything below and after them, and our own comments on those. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './entry-tables.ts'
import './tables.ts'

interface Ended {
  id: string
  en: string
  zh: string
  ended: Temporal.PlainDate
}

/** An agreement counts as ended when it, what stands under it and what renewed it all are: while one of them lives, nothing is due. */
const ended = (before: string) => sql`
  with recursive family (root, id) as (
    select id, id from agreement_entry
    union select f.root, e.id from family f join agreement_entry e on e.parent = f.id or e.renews = f.id
  ), last as (
    select f.root, max(coalesce(least(e.terminated_on, e.ends_on), 'infinity'::date)) as ended
    from family f join agreement_entry e on e.id = f.id group by f.root
  )
  select e.id, e.agreement, e.title_en as en, e.title_zh as zh, last.ended
  from last join agreement_entry e on e.id = last.root where last.ended < ${before}::date`

/** The longest ended first. */
export async function entriesEnded(db: Db, before: string, limit: number): Promise<Ended[]> {
  return (await sql<Ended>`${ended(before)} order by last.ended, e.id limit ${limit}`.execute(db)).rows
}

/** Agreements long ended on which our office still keeps comments of its own. What both sides said belongs to the agreement and stays. */
export async function commentsDue(db: Db, before: string): Promise<Ended[]> {
  const { rows } = await sql<Ended>`select agreement as id, en, zh, ended from (${ended(before)}) as ended
    where exists (select from agreement_comment c where c.agreement = ended.agreement and c.internal) order by ended, id`.execute(
    db,
  )
  return rows
}

/** @param agreements whose internal comments. @returns how many */
export async function forgetComments(tx: Tx, agreements: string[]): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('agreement_comment')
    .where('agreement', 'in', agreements)
    .where('internal', '=', true)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
