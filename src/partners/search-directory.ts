/**
 * Finds institutions by what someone types: any name, acronym, former or Chinese name, misspelt or half typed.
 *
 * Each word typed is first understood as words that occur in names (the same, beginning so, or looking alike), then
 * names are asked that hold one of them for every word. So a misspelling costs a look into the vocabulary, never a
 * comparison with four hundred thousand names.
 */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import { fold, pairs, type Token, tokens } from '#src/platform/search/terms.ts'
import './directory-tables.ts'

export interface Found {
  ror: string
  name: string
  nameZh: string | null
  country: string
  city: string
  status: 'active' | 'inactive' | 'withdrawn'
  kinds: string[]
  /** The name that matched, where it is not one of the two shown. */
  by: string
}

/** How many words of the vocabulary one typed word may stand for. */
const widest = 24

/** @param limit how many to return; the best first. A bare or full ROR id finds that record. */
export async function searchDirectory(db: Db, typed: string, limit = 20): Promise<Found[]> {
  const id = /(?:^|ror\.org\/)(0[a-z0-9]{8})\s*$/.exec(typed.trim())?.[1]
  const whole = fold(typed)
  const words = tokens(whole).slice(0, 8)
  if (words.length === 0) return []
  if (id) return ranked(db, sql`n.ror = ${id}`, whole, limit)
  const needed = await Promise.all(words.map((word) => understood(db, word)))
  if (needed.some((choices) => choices.length === 0)) return []
  return ranked(db, sql.join(needed.map(oneOf), sql` and `), whole, limit)
}

const oneOf = (choice: string[][]) => {
  const [only, ...others] = choice
  if (others.length === 0) return sql`n.terms @> ${only}::text[]`
  return sql`n.terms && ${choice.flat()}::text[]`
}

/** The terms a typed word may stand for: each choice is a list that must all be there. None where nothing is like it. */
async function understood(db: Db, word: Token): Promise<string[][]> {
  if (word.unspaced && [...word.text].length > 1) return [pairs(word.text)]
  const begins = await db
    .selectFrom('directory_term')
    .select('term')
    .where('term', 'like', `${word.text}%`)
    .orderBy(sql`term = ${word.text} desc`)
    .orderBy('names', 'desc')
    .limit(widest)
    .execute()
  if (begins.length > 0 || word.text.length < 4) return begins.map(({ term }) => [term])
  return alike(db, word.text)
}

/** Words that look like a misspelt one, by the three-letter groups they share. */
async function alike(db: Db, text: string): Promise<string[][]> {
  const rows = await db
    .selectFrom('directory_term')
    .select('term')
    .where(sql<boolean>`term % ${text}`)
    .orderBy(sql`similarity(term, ${text}) desc`)
    .orderBy('names', 'desc')
    .limit(5)
    .execute()
  return rows.map(({ term }) => [term])
}

/** Of a word as common as "university" only so many names are weighed; those that begin as typed are always among them. */
const weighed = 1_000

/** Whole names first, then beginnings; then universities, living ones, short names. */
async function ranked(db: Db, matches: ReturnType<typeof sql>, whole: string, limit: number): Promise<Found[]> {
  const { rows } = await sql<Found>`
    with candidate as (
      (select ror, name, folded from directory_name where folded like ${`${whole}%`} order by folded limit ${weighed})
      union
      (select n.ror, n.name, n.folded from directory_name n where ${matches} limit ${weighed})
    ), best as (
      select distinct on (ror) ror, name, closeness, length(folded) as length
      from (select *, case when folded = ${whole} then 0 when starts_with(folded, ${whole}) then 1 else 2 end as closeness
        from candidate) as judged
      order by ror, closeness, length(folded)
    )
    select i.ror, i.name, i.name_zh as "nameZh", i.country, i.city, i.status, i.kinds, best.name as by
    from best join directory_institution i using (ror)
    order by i.status <> 'active', closeness, not 'education' = any (i.kinds), length, i.name
    limit ${limit}`.execute(db)
  return rows
}
