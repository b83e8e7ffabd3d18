/** All SQL of single entries of the register: reading, saving, their files. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { fold, terms } from '#src/platform/search/terms.ts'
import type { EntryKind, Signing } from './entry.ts'
import './entry-tables.ts'
import type { EntryTable, FileKind } from './entry-tables.ts'
import { findAgreement, findVersion } from './store.ts'

/** What an officer may write about an agreement. Dates as `2021-09-23`. */
export interface EntryDetails {
  partner: string
  parent: string | null
  renews: string | null
  kind: EntryKind
  titleEn: string
  titleZh: string
  reference: string
  theirTitle: string
  theirType: string
  theirReference: string
  signedHow: Signing
  signedOn: string | null
  effectiveOn: string | null
  endsOn: string | null
  reviewOn: string | null
  noticeMonths: number | null
  terminatedOn: string | null
  prevails: EntryTable['prevails']
  fields: string
  units: string
  obligations: string
  note: string
}

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
  obligations: d.obligations,
  note: d.note,
})

/** What an entry is found by. Our own note is not among it: it must not show by being found. */
async function saveSearched(tx: Tx, entry: string, d: EntryDetails, others: string[]): Promise<void> {
  const { titleEn, titleZh, reference, theirTitle, theirType, theirReference, fields, units, obligations } = d
  const own = [titleEn, titleZh, reference, theirTitle, theirType, theirReference, fields, units, obligations]
  const all = [...own, ...others].join(' \n ')
  const found = { haystack: fold(all), terms: terms(all) }
  await tx
    .insertInto('agreement_entry_text')
    .values({ entry, ...found })
    .onConflict((c) => c.column('entry').doUpdateSet(found))
    .execute()
}

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

/** Holds the entry's row until the transaction ends. */
export async function lockEntry(tx: Tx, id: string) {
  return tx.selectFrom('agreement_entry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Umbrella, children, what it renews and what renews it. */
export async function relativesOf(db: Db, entry: Entry) {
  return db
    .selectFrom('agreement_entry')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('parent', '=', entry.id),
        eb('renews', '=', entry.id),
        eb('id', 'in', [entry.parent ?? entry.id, entry.renews ?? entry.id]),
      ]),
    )
    .where('id', '<>', entry.id)
    .orderBy('signed_on')
    .execute()
}

/** Entries with a partner that one more may be a child or a renewal of. */
export async function entriesWith(db: Db, partner: string) {
  return db
    .selectFrom('agreement_entry')
    .select(['id', 'title_en', 'title_zh', 'signed_on'])
    .where('partner', '=', partner)
    .orderBy('signed_on')
    .execute()
}

export async function filesOf(db: Db, entry: string) {
  return db
    .selectFrom('agreement_entry_file')
    .select(['id', 'file', 'name', 'kind', 'added_at', 'by_name'])
    .where('entry', '=', entry)
    .orderBy('added_at')
    .execute()
}

/** A file of any entry, with its bytes. */
export async function findEntryFile(db: Db, id: string) {
  return db
    .selectFrom('agreement_entry_file')
    .innerJoin('file', 'file.sha256', 'agreement_entry_file.file')
    .select(['name', 'type', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export interface NewFile {
  entry: string
  file: string
  name: string
  kind: FileKind
  at: Temporal.Instant
  byName: string
  text: string
}

/** Adds a file to an entry, found by what stands in it from now on. @returns false where it is there already */
export async function insertFile(tx: Tx, { entry, file, name, kind, at, byName, text }: NewFile): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('agreement_entry_file')
    .values({ id: crypto.randomUUID(), entry, file, name, kind, added_at: at, by_name: byName, text })
    .onConflict((c) => c.columns(['entry', 'file']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  await tx
    .updateTable('agreement_entry_text')
    .set((eb) => ({
      haystack: sql<string>`${eb.ref('haystack')} || ' ' || ${fold(text)}`,
      terms: sql<string[]>`${eb.ref('terms')} || ${terms(text)}::text[]`,
    }))
    .where('entry', '=', entry)
    .execute()
  return true
}

/** What stands in an entry's files, and in the clauses of what was signed here. */
async function textsOf(db: Db, entry: string): Promise<string[]> {
  const rows = await db.selectFrom('agreement_entry_file').select('text').where('entry', '=', entry).execute()
  const agreement = (await findEntry(db, entry))?.agreement
  return [...rows.map(({ text }) => text), ...(agreement ? await clausesOf(db, agreement) : [])]
}

async function clausesOf(db: Db, agreement: string): Promise<string[]> {
  const { version } = (await findAgreement(db, agreement))!
  const clauses = (await findVersion(db, agreement, version))?.text.clauses ?? []
  return clauses.flatMap(({ heading, body }) => [heading.en, body.en, heading.zh, body.zh])
}
