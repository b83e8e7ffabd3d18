/** Asking the register: filters, words anywhere in an agreement or its files, in a fixed number of queries whatever the answer. */
import { sql } from 'kysely'
import { countRows } from '#src/platform/database/connect.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Reach } from '#src/procedures/index.ts'
import { conditions, type EntryFilter } from './entry-filter-store.ts'
import './entry-tables.ts'
import { entryWithin } from './reach-store.ts'

export type EntrySort = 'end' | 'signed' | 'title' | 'partner'

interface Asked {
  /** Decides the standing of each. */
  day: Temporal.PlainDate
  /** Of whom they are shown to. */
  reach: Reach
}

interface Some extends Asked {
  sort: EntrySort
  limit: number
  offset?: number
}

export async function searchEntries(db: Db, filter: EntryFilter, o: Some): Promise<EntriesFound> {
  if (filter.words) return searchTexts(db, filter, o)
  const [rows, total] = await Promise.all([listEntries(db, filter, o), countEntries(db, filter, o)])
  return { rows, total }
}

export interface EntriesFound {
  rows: EntryFound[]
  total: number
}

/** Looking through texts is what takes its time: done once for the list and its count. */
async function searchTexts(db: Db, filter: EntryFilter, o: Some): Promise<EntriesFound> {
  const found = await list(db, filter, o).select(sql<number>`count(*) over ()::int4`.as('total')).execute()
  // Behind the last page stands no row that could tell how many there are.
  const total = found[0]?.total ?? (o.offset ? await countEntries(db, filter, o) : 0)
  return { rows: found.map(({ total: _, ...row }) => row), total }
}

const asked = (db: Db, filter: EntryFilter, { day, reach }: Asked) =>
  db
    .selectFrom('agreement_entry')
    .where((eb) => eb.and(conditions(eb, filter, day.toString())))
    .where(entryWithin(reach))

const list = (db: Db, filter: EntryFilter, o: Some) =>
  asked(db, filter, o)
    .innerJoin('institution as i', 'i.ror', 'agreement_entry.partner')
    .selectAll('agreement_entry')
    .select(['i.name_en', 'i.name_zh', 'i.country'])
    .orderBy(orders[o.sort])
    .orderBy('agreement_entry.id')
    .limit(o.limit)
    .offset(o.offset ?? 0)

export const listEntries = (db: Db, filter: EntryFilter, o: Some) => list(db, filter, o).execute()

export const countEntries = async (db: Db, filter: EntryFilter, o: Asked): Promise<number> =>
  (await asked(db, filter, o).select(countRows.as('n')).executeTakeFirstOrThrow()).n

export type EntryFound = Awaited<ReturnType<typeof listEntries>>[number]

const orders = {
  end: sql`coalesce(terminated_on, ends_on, 'infinity'::date)`,
  signed: sql`coalesce(signed_on, '-infinity'::date) desc`,
  title: sql`lower(title_en || title_zh)`,
  partner: sql`i.name_en`,
} as const
