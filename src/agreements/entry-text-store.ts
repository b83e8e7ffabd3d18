/** SQL of what an agreement of the register is found by: its own words, its files, the clauses of what was signed here. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { fold, terms } from '#src/platform/search/terms.ts'
import type { EntryDetails } from './entry-details.ts'
import { findEntry } from './entry-store.ts'
import { findAgreement } from './store.ts'
import { findVersion } from './version-store.ts'
import './entry-tables.ts'

/** What an entry is found by. Our own note is not among it: it must not show by being found. */
export async function saveSearched(tx: Tx, entry: string, d: EntryDetails, others: string[]): Promise<void> {
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

/** What stands in an entry's files, and in the clauses of what was signed here. */
export async function textsOf(db: Db, entry: string): Promise<string[]> {
  const rows = await db.selectFrom('agreement_entry_file').select('text').where('entry', '=', entry).execute()
  const agreement = (await findEntry(db, entry))?.agreement
  return [...rows.map(({ text }) => text), ...(agreement ? await clausesOf(db, agreement) : [])]
}

/** Headings and clauses of an agreement’s last version, in both languages. */
export async function clausesOf(db: Db, agreement: string): Promise<string[]> {
  const { version } = (await findAgreement(db, agreement))!
  const clauses = (await findVersion(db, agreement, version))?.text.clauses ?? []
  return clauses.flatMap(({ heading, body }) => [heading.en, body.en, heading.zh, body.zh])
}
