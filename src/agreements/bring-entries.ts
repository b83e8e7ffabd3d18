/** Steps for agreements that come from a list: entering one, knowing which are there, taking back what nobody touched since. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { EntryDetails } from './entry-details.ts'
import { insertEntry } from './entry-store.ts'
import './entry-tables.ts'
import './paper-store.ts'

/** Nobody else enters an agreement until the transaction ends: what was compared with the register stays so. */
export async function holdRegister(tx: Tx): Promise<void> {
  await sql`lock table agreement_entry in share row exclusive mode`.execute(tx)
}

/** Enters an agreement whose details were checked. @param from the list it stands in, for the journal */
export async function bringEntry(
  tx: Tx,
  officer: Visitor,
  { details, from, at }: { details: EntryDetails; from: string; at: Temporal.Instant },
): Promise<string> {
  const id = crypto.randomUUID()
  await insertEntry(tx, { id, agreement: null, at }, details)
  const detail = { title: details.titleEn || details.titleZh, from }
  await record(tx, { at, by: actorOf(officer), about: { kind: 'entry', id }, act: 'entry.added', detail })
  return id
}

/** Every agreement of the register with these partners, as far as two can be told apart by it. */
export async function entriesToCompare(db: Db, partners: string[]) {
  if (partners.length === 0) return []
  return db
    .selectFrom('agreement_entry')
    .select(['id', 'partner', 'kind', 'title_en', 'title_zh', 'reference', 'their_reference'])
    .select(['signed_on', 'effective_on', 'ends_on', 'review_on', 'terminated_on', 'revision'])
    .where('partner', 'in', partners)
    .execute()
}

/** Agreements of the register by our numbers, whatever the case of their letters. */
export async function entriesNumbered(db: Db, references: string[]) {
  if (references.length === 0) return []
  const said = references.map((reference) => reference.normalize('NFKC').trim().toLowerCase())
  return db
    .selectFrom('agreement_entry')
    .select(['id', 'partner', 'reference'])
    .where(sql<boolean>`lower(normalize(reference, nfkc)) = any(${said})`)
    .execute()
}

export type EntryToCompare = Awaited<ReturnType<typeof entriesToCompare>>[number]

/** Which of these agreements somebody has worked on since they were entered. */
export async function touchedSince(db: Db, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`select id from agreement_entry e where id = any(${ids}::uuid[]) and (
    revision > 1
    or exists (select from agreement_entry_file where entry = e.id)
    or exists (select from entry_settlement where entry = e.id)
    or exists (select from paper_original where entry = e.id)
    or exists (select from agreement_entry other where (other.parent = e.id or other.renews = e.id)
      and not other.id = any(${ids}::uuid[])))`.execute(db)
  return rows.map(({ id }) => id)
}

/** Takes agreements out of the register again; what stood in them stays in the journal's changes. */
export async function takeBackEntries(
  tx: Tx,
  officer: Visitor,
  { ids, from, at }: { ids: string[]; from: string; at: Temporal.Instant },
): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('agreement_entry_text').where('entry', 'in', ids).execute()
  await tx.deleteFrom('agreement_entry').where('id', 'in', ids).execute()
  for (const id of ids)
    await record(tx, {
      ...{ at, by: actorOf(officer), about: { kind: 'entry', id } },
      ...{ act: 'entry.taken_back', detail: { from } },
    })
}
