/** SQL of the library of clauses. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import './template-tables.ts'

export interface LibraryClause {
  id: string
  name: Phrase
  /** The latest version. */
  number: number
  heading: Phrase
  body: Phrase
  note: string
  byName: string
  at: Temporal.Instant
  retired: boolean
}

/** Every clause in its latest version, by its English name, those no longer used last. */
export async function libraryClauses(db: Db): Promise<LibraryClause[]> {
  const rows = await db
    .selectFrom('library_clause')
    .innerJoin('library_clause_version as v', 'v.clause', 'library_clause.id')
    .select(['id', 'name_en', 'name_zh', 'retired_at', 'v.number', 'heading', 'body', 'note', 'by_name', 'at'])
    .distinctOn('library_clause.id')
    .orderBy('library_clause.id')
    .orderBy('v.number', 'desc')
    .execute()
  const all = rows.map((r) => ({
    id: r.id,
    name: { en: r.name_en, zh: r.name_zh },
    number: r.number,
    heading: r.heading,
    body: r.body,
    note: r.note,
    byName: r.by_name,
    at: r.at,
    retired: r.retired_at !== null,
  }))
  return all.sort((a, b) => Number(a.retired) - Number(b.retired) || (a.name.en < b.name.en ? -1 : 1))
}

/** Holds the clause's row until the transaction ends. @returns its latest version's number, 0 where it is unknown */
export async function lockClause(tx: Tx, id: string): Promise<number> {
  const row = await tx.selectFrom('library_clause').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return 0
  const { last } = await tx
    .selectFrom('library_clause_version')
    .select((e) => e.fn.max('number').as('last'))
    .where('clause', '=', id)
    .executeTakeFirstOrThrow()
  return last
}

export async function putClause(tx: Tx, c: LibraryClause): Promise<void> {
  const named = { name_en: c.name.en, name_zh: c.name.zh, retired_at: c.retired ? c.at : null }
  await tx
    .insertInto('library_clause')
    .values({ id: c.id, ...named })
    .onConflict((on) => on.column('id').doUpdateSet(named))
    .execute()
  const text = { heading: JSON.stringify(c.heading), body: JSON.stringify(c.body) }
  await tx
    .insertInto('library_clause_version')
    .values({ clause: c.id, number: c.number, ...text, note: c.note, by_name: c.byName, at: c.at })
    .execute()
}
