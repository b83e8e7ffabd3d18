/** SQL of commitments as they were marked in speeches. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Commitment } from './ceremony-record.ts'
import './tables.ts'

/** Saves a commitment once; one already there under its id is left alone. */
export async function insertCommitment(tx: Tx, c: Commitment): Promise<void> {
  await tx
    .insertInto('ceremony_commitment')
    .values({
      id: c.id,
      ceremony: c.ceremony,
      item: c.item,
      words_en: c.words.en,
      words_zh: c.words.zh,
      by_party: c.byParty,
      by_name: c.by,
      to_name: c.to,
      at: c.at,
      marked_by: c.markedBy,
    })
    .onConflict((o) => o.column('id').doNothing())
    .execute()
}

/** Commitments marked at a ceremony, in the order they were made. */
export async function commitmentsOf(db: Db, ceremony: string): Promise<Commitment[]> {
  const rows = await db
    .selectFrom('ceremony_commitment')
    .selectAll()
    .where('ceremony', '=', ceremony)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    ceremony: r.ceremony,
    item: r.item,
    words: { en: r.words_en, zh: r.words_zh },
    byParty: r.by_party,
    by: r.by_name,
    to: r.to_name,
    at: r.at,
    markedBy: r.marked_by,
  }))
}
