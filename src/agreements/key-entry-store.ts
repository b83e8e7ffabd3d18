/** SQL of key agreements signed here that are over, with partners of whom no other key agreement is in force. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import { standingCondition } from './entry-standing-store.ts'
import './entry-tables.ts'

/** @param day decides what is over */
export async function overKeyEntries(db: Db, day: Temporal.PlainDate) {
  const on = day.toString()
  const rows = await db
    .selectFrom('agreement_entry')
    .innerJoin('partnership', 'partnership.partner', 'agreement_entry.partner')
    .select(['agreement_entry.partner', 'agreement', 'terminated_on', 'ends_on'])
    .where('kind', '=', 'key')
    .where('agreement', 'is not', null)
    .where('partnership.state', 'in', ['key_partner', 'under_review'])
    .where((eb) => eb.or([standingCondition('expired', on), standingCondition('terminated', on)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('agreement_entry as other')
            .select(sql`1`.as('one'))
            .whereRef('other.partner', '=', 'agreement_entry.partner')
            .where('other.kind', '=', 'key')
            .where(sql<boolean>`coalesce(other.terminated_on, 'infinity') > ${on}::date`)
            .where(sql<boolean>`coalesce(other.ends_on, 'infinity') >= ${on}::date`)
            .where(sql<boolean>`coalesce(other.effective_on, other.signed_on) <= ${on}::date`),
        ),
      ),
    )
    .execute()
  return rows.map(({ partner, agreement, terminated_on, ends_on }) => {
    const terminated = terminated_on !== null && Temporal.PlainDate.compare(terminated_on, day) <= 0
    return { partner, agreement: agreement!, terminated, endedOn: (terminated ? terminated_on : ends_on)! }
  })
}
