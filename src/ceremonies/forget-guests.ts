/** Addresses of guests and our remarks about them, long after their ceremony: whose it is, and taking it out. */
import { sql } from 'kysely'
import { ourDay } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'

/** Ceremonies that are over, by the day they really began, or were called off, and of whose guests we still keep addresses or remarks. Who came stays. */
export async function guestsDue(db: Db, before: string) {
  const day = ourDay(sql`coalesce(r.started_at, starts_at)`)
  const { rows } = await sql<{ id: string; en: string; zh: string; ended: Temporal.PlainDate }>`
    select id, title_en as en, title_zh as zh, ${day} as ended from ceremony left join ceremony_record r on r.ceremony = id
    where state in ('held', 'closed', 'cancelled') and ${day} < ${before}::date
      and exists (select from ceremony_guest_private g where g.ceremony = ceremony.id and (g.email <> '' or g.remark <> ''))
    order by coalesce(r.started_at, starts_at)`.execute(db)
  return rows
}

/** @param ceremonies of whose guests. @returns of how many guests */
export async function forgetGuests(tx: Tx, ceremonies: string[]): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('ceremony_guest_private')
    .where('ceremony', 'in', ceremonies)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
