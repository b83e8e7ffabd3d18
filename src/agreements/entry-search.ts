/** Asking the register: filters, words anywhere in an agreement or its files, in a fixed number of queries whatever the answer. */
import { sql } from 'kysely'
import { countRows } from '#src/platform/database/connect.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Reach } from '#src/procedures/index.ts'
import { conditions, type EntryFilter } from './entry-filter-store.ts'
import './entry-tables.ts'
import { entryWithin } from './reach-store.ts'

export type EntrySort = 'end' | 'signed' | 'title' | 'partner'

/** @param o.day decides the standing of each @param o.reach of whom they are shown to */
export async function searchEntries(
  db: Db,
  filter: EntryFilter,
  o: { day: Temporal.PlainDate; sort: EntrySort; limit: number; offset?: number; reach: Reach },
) {
  const asked = db
    .selectFrom('agreement_entry')
    .where((eb) => eb.and(conditions(eb, filter, o.day.toString())))
    .where(entryWithin(o.reach))
  const [rows, counted] = await Promise.all([
    asked
      .innerJoin('institution as i', 'i.ror', 'agreement_entry.partner')
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
