/** Addresses of guests and our remarks about them, long after their ceremony: whose it is, and taking it out. */
import { sql } from 'kysely'
import { ourDay } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'

/** Ceremonies that are over, or were called off, and of whose guests we still keep addresses or remarks. Who came stays. */
export async function guestsDue(db: Db, before: string) {
  const { rows } = await sql<{ id: string; en: string; zh: string; ended: Temporal.PlainDate }>`
    select id, title_en as en, title_zh as zh, ${ourDay(sql`starts_at`)} as ended from ceremony
    where state in ('held', 'closed', 'cancelled') and ${ourDay(sql`starts_at`)} < ${before}::date
      and exists (select from ceremony_guest_private g where g.ceremony = ceremony.id and (g.email <> '' or g.remark <> ''))
    order by starts_at`.execute(db)
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
