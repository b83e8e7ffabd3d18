/** SQL of agreements that belong together: umbrellas, children, renewals. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Reach } from '#src/procedures/index.ts'
import type { Entry } from './entry-store.ts'
import './entry-tables.ts'
import { entryWithin } from './reach-store.ts'

/** Umbrella, children, what it renews and what renews it, as far as a reach goes. */
export async function relativesOf(db: Db, entry: Entry, reach: Reach) {
  return db
    .selectFrom('agreement_entry')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('parent', '=', entry.id),
        eb('renews', '=', entry.id),
        eb('id', 'in', [entry.parent ?? entry.id, entry.renews ?? entry.id]),
      ]),
    )
    .where('id', '<>', entry.id)
    .where(entryWithin(reach))
    .orderBy('signed_on')
    .execute()
}

/** Entries with a partner that one more may be a child or a renewal of. */
export async function entriesWith(db: Db, partner: string) {
  return db
    .selectFrom('agreement_entry')
    .select(['id', 'title_en', 'title_zh', 'signed_on'])
    .where('partner', '=', partner)
    .orderBy('signed_on')
    .execute()
}
