/** Finding people by any part of their name, in either script and any order. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import { nameQuestion } from '#src/platform/search/names.ts'
import './person-tables.ts'

/** Of a name as common as Zhang Wei only so many are weighed. */
const weighed = 500

/** People whose name fits what was typed (all, by name, where nothing was), with the post they hold; by rank, then name. `among`: only these. */
export async function searchPeople(db: Db, typed: string, o: { limit: number; among?: string[] }) {
  const asked = nameQuestion(typed)
  const candidates = db
    .selectFrom('person')
    .select(['id', 'name_latin', 'name_native'])
    .$if(asked.joined !== '', (query) => query.where(nameFits(asked)))
    .$if(o.among !== undefined, (query) => query.where('id', 'in', o.among ?? []))
    .orderBy('name_latin')
    .orderBy('id')
    .limit(asked.joined === '' ? o.limit : weighed)
  return db
    .selectFrom(candidates.as('person'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('post')
          .innerJoin('institution', 'institution.ror', 'post.institution')
          .select(['post.title_en', 'post.title_zh', 'post.rank', 'post.institution', 'post.until'])
          .select(['institution.name_en', 'institution.name_zh'])
          .whereRef('post.person', '=', 'person.id')
          .orderBy(sql`post.until is not null`)
          .orderBy('post.rank')
          .limit(1)
          .as('held'),
      (join) => join.onTrue(),
    )
    .select(['person.id', 'person.name_latin', 'person.name_native'])
    .select(['held.title_en', 'held.title_zh', 'held.institution', 'held.name_en', 'held.name_zh', 'held.until'])
    .orderBy(sql`held.rank nulls last`)
    .orderBy('person.name_latin')
    .limit(o.limit)
    .execute()
}

export type PersonFound = Awaited<ReturnType<typeof searchPeople>>[number]

/** Chinese by its pairs of characters; Latin written together in any rotation, or as beginnings of its words. */
function nameFits(asked: ReturnType<typeof nameQuestion>) {
  const { joined, words, pairs } = asked
  if (words.length === 0 && pairs.every((pair) => [...pair].length > 1)) return sql<boolean>`terms @> ${pairs}::text[]`
  if (words.length < 2 || pairs.length > 0) return sql<boolean>`joined like ${`%${joined}%`}`
  const all = words.map(
    (word) =>
      sql`joined like ${`%${word}%`} and exists (select from unnest(terms) as term where starts_with(term, ${word}))`,
  )
  return sql<boolean>`(joined like ${`%${joined}%`} or (${sql.join(all, sql` and `)}))`
}
