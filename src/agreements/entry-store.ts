/** SQL of single agreements of the register: reading and saving. Files, searched words and relatives have their own stores. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Reach } from '#src/procedures/index.ts'
import type { EntryDetails } from './entry-details.ts'
import { clausesOf, saveSearched, textsOf } from './entry-text-store.ts'
import './entry-tables.ts'
import { entryWithin } from './reach-store.ts'

export type Entry = Awaited<ReturnType<typeof findEntry>> & {}

const rowOf = (d: EntryDetails) => ({
  partner: d.partner,
  parent: d.parent,
  renews: d.renews,
  kind: d.kind,
  title_en: d.titleEn,
  title_zh: d.titleZh,
  reference: d.reference,
  their_title: d.theirTitle,
  their_type: d.theirType,
  their_reference: d.theirReference,
  signed_how: d.signedHow,
  signed_on: d.signedOn,
  effective_on: d.effectiveOn,
  ends_on: d.endsOn,
  review_on: d.reviewOn,
  notice_months: d.noticeMonths,
  terminated_on: d.terminatedOn,
  prevails: d.prevails,
  fields: d.fields,
  units: d.units,
  unit_id: d.unit,
  obligations: d.obligations,
  note: d.note,
})

export async function insertEntry(
  tx: Tx,
  entry: { id: string; agreement: string | null; at: Temporal.Instant },
  details: EntryDetails,
): Promise<void> {
  const { id, agreement, at } = entry
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('agreement_entry')
    .values({ id, agreement, revision: 1, created_at: at, ...rowOf(details) })
    .onConflict((c) => c.column('agreement').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n)
    await saveSearched(tx, id, details, agreement ? await clausesOf(tx, agreement) : [])
}

/** @returns false where the entry was changed since that revision */
export async function updateEntry(tx: Tx, id: string, details: EntryDetails, revision: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('agreement_entry')
    .set({ ...rowOf(details), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await saveSearched(tx, id, details, await textsOf(tx, id))
  return true
}

export async function findEntry(db: Db, id: string) {
  return db.selectFrom('agreement_entry').selectAll().where('id', '=', id).executeTakeFirst()
}

/** An entry, where it is within a reach. */
export async function findEntryWithin(db: Db, id: string, reach: Reach) {
  return db.selectFrom('agreement_entry').selectAll().where('id', '=', id).where(entryWithin(reach)).executeTakeFirst()
}

/** Holds the entry's row until the transaction ends. */
export async function lockEntry(tx: Tx, id: string) {
  return tx.selectFrom('agreement_entry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
