/** SQL of partnership leads. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './partnership-tables.ts'
import './person-tables.ts'

/** Who leads a partnership, on both sides, now and before; those who lead now first. */
export async function leadsOf(db: Db, partnership: string) {
  return db
    .selectFrom('partnership_lead')
    .innerJoin('person', 'person.id', 'partnership_lead.person')
    .selectAll('partnership_lead')
    .select(['person.name_latin', 'person.name_native'])
    .where('partnership', '=', partnership)
    .orderBy(sql`until is not null`)
    .orderBy('since')
    .execute()
}
export type PartnershipLead = Awaited<ReturnType<typeof leadsOf>>[number]

/** The partnerships a person leads now. */
export async function ledBy(db: Db, person: string) {
  return db
    .selectFrom('partnership_lead')
    .innerJoin('partnership', 'partnership.id', 'partnership_lead.partnership')
    .innerJoin('institution', 'institution.ror', 'partnership.partner')
    .select(['partnership.partner', 'institution.name_en', 'institution.name_zh', 'partnership_lead.institution'])
    .where('person', '=', person)
    .where('until', 'is', null)
    .execute()
}

/** @returns false where this person leads it already */
export async function insertLead(
  tx: Tx,
  lead: { partnership: string; institution: string; person: string; since: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('partnership_lead')
    .values({ id: crypto.randomUUID(), until: null, ...lead })
    .onConflict((c) => c.columns(['partnership', 'person']).where('until', 'is', null).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** @returns the lead that ended; undefined where there was none or it had ended */
export async function endLead(tx: Tx, partnership: string, id: string, until: string, handover: string) {
  return tx
    .updateTable('partnership_lead')
    .set({ until: sql`greatest(${until}::date, since)`, handover })
    .where('id', '=', id)
    .where('partnership', '=', partnership)
    .where('until', 'is', null)
    .returning(['person', 'institution'])
    .executeTakeFirst()
}

/** Posts of everyone who leads or led a partnership. */
export async function postsOfLeads(db: Db, partnership: string) {
  return db
    .selectFrom('post')
    .select(['id', 'person', 'institution', 'since', 'until'])
    .where('person', 'in', (eb) =>
      eb.selectFrom('partnership_lead').select('person').where('partnership', '=', partnership),
    )
    .execute()
}

/**
 * Partners where one side has no lead holding a post there (see `contactNeeded`, of which this is the same rule over all
 * partnerships at once), with that side.
 */
export async function withoutLead(db: Db, on: Temporal.PlainDate) {
  const { rows } = await sql<{ partner: string; nameEn: string; nameZh: string; institution: string }>`
    select p.partner, partner.name_en as "nameEn", partner.name_zh as "nameZh", side.ror as institution
    from partnership p
    join institution partner on partner.ror = p.partner
    join institution side on side.ror = p.partner or side.ours
    where p.state not in ('prospect', 'ended')
      and exists (select from partnership_lead any_lead where any_lead.partnership = p.id)
      and not exists (
        select from partnership_lead lead join post on post.person = lead.person and post.institution = side.ror
        where lead.partnership = p.id and lead.institution = side.ror and lead.until is null
          and coalesce(post.since, '-infinity') <= ${on.toString()}::date
          and coalesce(post.until, 'infinity') >= ${on.toString()}::date)
    order by partner.name_en`.execute(db)
  return rows
}

/** Who leads these partnerships now, with the side each stands for. */
export async function leadNames(db: Db, partners: string[]) {
  if (partners.length === 0) return []
  return db
    .selectFrom('partnership_lead as l')
    .innerJoin('partnership as p', 'p.id', 'l.partnership')
    .innerJoin('person', 'person.id', 'l.person')
    .select(['p.partner', 'l.institution', 'person.id', 'person.name_latin', 'person.name_native'])
    .where('p.partner', 'in', partners)
    .where('l.until', 'is', null)
    .orderBy('l.since')
    .execute()
}
