/** SQL of agreements that belong together: umbrellas, children, renewals. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Entry } from './entry-store.ts'
import './entry-tables.ts'

/** Umbrella, children, what it renews and what renews it. */
export async function relativesOf(db: Db, entry: Entry) {
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
