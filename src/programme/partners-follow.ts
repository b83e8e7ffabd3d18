/** Whoever takes part follows its institution to the one it was merged into; once, where both took part. */
import { sql } from 'kysely'
import type { Following } from '#src/partners/index.ts'
import './tables.ts'

export const programmePartnersFollow: Following = async (tx, from, to) => {
  await sql`insert into programme_partner (programme, partner, joined_on, left_on)
    select programme, ${to}, joined_on, left_on from programme_partner where partner = ${from} on conflict do nothing`.execute(
    tx,
  )
  await tx.deleteFrom('programme_partner').where('partner', '=', from).execute()
}
