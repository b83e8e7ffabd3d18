/** Our partners as a list: some at a time, found by any part of a name, in a fixed number of queries. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import { fold } from '#src/platform/search/terms.ts'
import { inGrouping } from './grouping-store.ts'
import type { PartnershipState } from './partnership.ts'
import './store.ts'

export interface PartnerFilter {
  /** Parts of names, cities or the ROR id; all must be found. */
  words: string
  state: PartnershipState | ''
  /** Id of a grouping they belong to. */
  grouping?: string
}

interface Listing {
  /** From 1. */
  page: number
  size: number
  /** What else must hold of the institution `i`. */
  where?: RawBuilder<SqlBool> | undefined
}

export async function partnerList(db: Db, filter: PartnerFilter, o: Listing) {
  const words = fold(filter.words).split(' ').filter(Boolean).slice(0, 8)
  const rows = await db
    .selectFrom('institution as i')
    .leftJoin('partnership as p', 'p.partner', 'i.ror')
    .select(['i.ror', 'i.name_en', 'i.name_zh', 'i.city_en', 'i.city_zh', 'i.country', 'p.state', 'p.since'])
    .select(sql<string>`count(*) over ()`.as('all'))
    .where('i.ours', '=', false)
    .where('i.moved_to', 'is', null)
    .where((eb) => eb.and(words.map((word) => eb('i.haystack', 'like', `%${word}%`))))
    .$if(filter.state !== '', (query) => query.where('p.state', '=', filter.state as PartnershipState))
    .$if(Boolean(filter.grouping), (query) => query.where(inGrouping(sql`i.ror`, filter.grouping!)))
    .$if(o.where !== undefined, (query) => query.where(o.where!))
    .orderBy(sql`p.state is distinct from 'key_partner'`)
    .orderBy('i.name_en')
    .limit(o.size)
    .offset((o.page - 1) * o.size)
    .execute()
  return { rows, total: Number(rows[0]?.all ?? 0) }
}
export type ListedPartner = Awaited<ReturnType<typeof partnerList>>['rows'][number]
