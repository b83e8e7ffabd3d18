/** SQL of the partners a list brought into the register. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'
import type { Stays } from './tables.ts'

export async function insertTaken(tx: Tx, id: string, rors: string[]): Promise<void> {
  if (rors.length === 0) return
  await tx
    .insertInto('entry_import_partner')
    .values(rors.map((ror) => ({ import: id, ror, stays: null })))
    .execute()
}

export async function takenBy(db: Db, id: string): Promise<{ ror: string; stays: Stays | null }[]> {
  return db
    .selectFrom('entry_import_partner')
    .select(['ror', 'stays'])
    .where('import', '=', id)
    .orderBy('ror')
    .execute()
}

export async function saveStays(tx: Tx, id: string, { ror, stays }: { ror: string; stays: Stays }): Promise<void> {
  await tx.updateTable('entry_import_partner').set({ stays }).where('import', '=', id).where('ror', '=', ror).execute()
}
