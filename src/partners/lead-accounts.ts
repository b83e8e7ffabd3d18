/** Who of our own people looks after which partner. */
import type { Db } from '#src/platform/database/tables.ts'
import './partnership-tables.ts'
import './person-tables.ts'

/** Accounts in use of those who lead a partnership on our side now, by partner. */
export async function leadAccounts(db: Db): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('partnership_lead')
    .innerJoin('partnership', 'partnership.id', 'partnership_lead.partnership')
    .innerJoin('institution', 'institution.ror', 'partnership_lead.institution')
    .innerJoin('person', 'person.id', 'partnership_lead.person')
    .innerJoin('account', 'account.id', 'person.account')
    .select(['partnership.partner', 'account.id as account'])
    .where('partnership_lead.until', 'is', null)
    .where('institution.ours', '=', true)
    .where('account.ended_at', 'is', null)
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.partner)
  return new Map([...grouped].map(([partner, leads]) => [partner, leads.map(({ account }) => account)]))
}
