/** Contact data of people who hold no post any more: whose it is, and taking it out. Names stay, for what they signed and said. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './person-tables.ts'

/** People all of whose posts ended before a day, who lead nothing and have no account, and of whom we still keep how to reach them. */
export async function contactsDue(db: Db, before: string) {
  const { rows } = await sql<{ id: string; latin: string; native: string | null; ended: Temporal.PlainDate }>`
    select p.id, p.name_latin as latin, p.name_native as native, max(post.until) as ended
    from person p join post on post.person = p.id
    where p.account is null and (p.email <> '' or p.phone <> '' or p.assistant <> '' or p.note <> '' or p.basis_note <> '')
      and not exists (select from partnership_lead l where l.person = p.id and l.until is null)
    group by p.id having bool_and(post.until is not null) and max(post.until) < ${before}::date
    order by ended, p.name_latin`.execute(db)
  return rows
}

/** @returns of how many people */
export async function forgetContacts(tx: Tx, ids: string[]): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set(({ eb }) => ({
      ...{ email: '', phone: '', assistant: '', basis: 'none' as const, basis_note: '', note: '' },
      revision: eb('revision', '+', 1),
    }))
    .where('id', 'in', ids)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
