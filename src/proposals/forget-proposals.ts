/** Proposals that became nothing: which ended when, and forgetting them. */
import { sql } from 'kysely'
import { ourDay } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'

/** Declined or withdrawn before a day. Of what became an agreement nothing is due. */
export async function proposalsDue(db: Db, before: string) {
  const { rows } = await sql<{ id: string; en: string; zh: string; ended: Temporal.PlainDate }>`
    select p.id, p.title_en as en, p.title_zh as zh, ${ourDay(sql`max(s.at)`)} as ended
    from proposal p join proposal_step s on s.proposal = p.id
    where p.state in ('declined', 'withdrawn') and p.agreement is null
    group by p.id having ${ourDay(sql`max(s.at)`)} < ${before}::date order by max(s.at)`.execute(db)
  return rows
}

/** @returns how many */
export async function forgetProposals(tx: Tx, ids: string[]): Promise<number> {
  await tx.deleteFrom('proposal_step').where('proposal', 'in', ids).execute()
  const { numDeletedRows } = await tx.deleteFrom('proposal').where('id', 'in', ids).executeTakeFirst()
  return Number(numDeletedRows)
}
