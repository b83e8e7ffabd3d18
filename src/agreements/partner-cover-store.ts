/** What the register says of many partners at once: agreements in force, and the key agreement a partnership rests on. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import { standingCondition } from './entry-standing-store.ts'
import './entry-tables.ts'

export interface PartnerCover {
  partner: string
  /** Agreements in force on the day. */
  living: number
  /** The key agreement in force that ends last; an open-ended one ends after all others. */
  key: { entry: string; endsOn: Temporal.PlainDate | null; reviewOn: Temporal.PlainDate | null } | null
}

/** One query, whatever the number of partners. */
export async function partnerCover(db: Db, partners: string[], day: Temporal.PlainDate): Promise<PartnerCover[]> {
  if (partners.length === 0) return []
  const living = standingCondition('living', day.toString())
  const rows = await db
    .selectFrom('agreement_entry')
    .select(['partner', 'id', 'kind', 'ends_on', 'review_on'])
    .where('partner', 'in', partners)
    .where(living)
    .orderBy(sql`coalesce(ends_on, 'infinity'::date)`, 'desc')
    .execute()
  return partners.map((partner) => {
    const own = rows.filter((row) => row.partner === partner)
    const key = own.find(({ kind }) => kind === 'key')
    return {
      partner,
      living: own.length,
      key: key ? { entry: key.id, endsOn: key.ends_on, reviewOn: key.review_on } : null,
    }
  })
}

/** Agreements of the register with a partner whose subject fields name one of these words, in force or not. */
export async function entriesAbout(db: Db, partner: string, words: string[]) {
  return db
    .selectFrom('agreement_entry')
    .select(['id', 'title_en', 'title_zh', 'fields'])
    .where('partner', '=', partner)
    .where((eb) => eb.or(words.map((word) => sql<boolean>`lower(fields) like ${`%${word.toLowerCase()}%`}`)))
    .execute()
}
