/** SQL of partners that leave the register again. */
import { sql } from 'kysely'
import type { Tx } from '#src/platform/database/tables.ts'
import './institution-tables.ts'
import './partnership-tables.ts'

/** Holds both rows: nothing can be hung on them until the transaction ends. */
export async function lockPartner(tx: Tx, ror: string) {
  return tx
    .selectFrom('institution')
    .innerJoin('partnership', 'partnership.partner', 'institution.ror')
    .select(['partnership.id as partnership', 'partnership.state', 'institution.name_en as name'])
    .where('ror', '=', ror)
    .where('ours', '=', false)
    .forUpdate()
    .executeTakeFirst()
}

/** Whether what stands in a row of one of these keys was ever changed. */
export async function wasChanged(tx: Tx, keys: string[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from row_change where key = any(${keys}) and record in ('institution', 'partnership') limit 1`.execute(tx)
  return rows.length > 0
}

export async function deletePartner(tx: Tx, ror: string): Promise<void> {
  await tx.deleteFrom('partnership').where('partner', '=', ror).execute()
  await tx.deleteFrom('institution').where('ror', '=', ror).execute()
}
