/** All SQL of the people register: people, their posts, and who leads a partnership. */
import { type ColumnType, sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { nameKeys, nameQuestion } from '#src/platform/search/names.ts'
import type { Basis, PostEnd } from './person.ts'

type DateColumn = ColumnType<Temporal.PlainDate | null, string | null, string | null>

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    partnership_lead: {
      id: string
      partnership: string
      institution: string
      person: string
      since: ColumnType<Temporal.PlainDate, string, string>
      until: DateColumn
      handover: ColumnType<string, string | undefined, string>
    }
  }
}

/** What an officer may write about a person. */
export interface PersonDetails {
  latin: string
  native: string | null
  familyNameFirst: boolean
  language: 'en' | 'zh' | null
  email: string
  phone: string
  assistant: string
  basis: Basis
  basisNote: string
  note: string
}

const rowOf = (d: PersonDetails) => ({
  name_latin: d.latin,
  name_native: d.native,
  family_name_first: d.familyNameFirst,
  language: d.language,
  email: d.email,
  phone: d.phone,
  assistant: d.assistant,
  basis: d.basis,
  basis_note: d.basisNote,
  note: d.note,
  ...nameKeys(d),
})

export async function insertPerson(tx: Tx, id: string, details: PersonDetails): Promise<void> {
  await tx
    .insertInto('person')
    .values({ id, ...rowOf(details) })
    .execute()
}

/** @returns false where the person was changed since that revision */
export async function updatePerson(tx: Tx, id: string, details: PersonDetails, revision: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ ...rowOf(details), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function findPerson(db: Db, id: string) {
  return db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
}
export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>

/** A person's posts, the newest first. */
export async function postsOf(db: Db, person: string) {
  return db
    .selectFrom('post')
    .innerJoin('institution', 'institution.ror', 'post.institution')
    .selectAll('post')
    .select(['institution.name_en', 'institution.name_zh'])
    .where('person', '=', person)
    .orderBy(sql`coalesce(until, 'infinity'::date)`, 'desc')
    .orderBy(sql`coalesce(since, '-infinity'::date)`, 'desc')
    .execute()
}
export type HeldPost = Awaited<ReturnType<typeof postsOf>>[number]

export async function lockPost(tx: Tx, person: string, id: string) {
  return tx
    .selectFrom('post')
    .selectAll()
    .where('id', '=', id)
    .where('person', '=', person)
    .forUpdate()
    .executeTakeFirst()
}

export interface NewPost {
  institution: string
  title: { en: string; zh: string }
  unit: { en: string; zh: string }
  rank: number
  since: string | null
}

export async function insertPost(tx: Tx, person: string, post: NewPost): Promise<void> {
  const { institution, title, unit, rank, since } = post
  await tx
    .insertInto('post')
    .values({
      id: crypto.randomUUID(),
      person,
      institution,
      title_en: title.en,
      title_zh: title.zh,
      unit_en: unit.en,
      unit_zh: unit.zh,
      rank,
      since,
      until: null,
      source: null,
    })
    .execute()
}

export async function savePostEnd(tx: Tx, id: string, until: string, endedAs: PostEnd): Promise<void> {
  await tx.updateTable('post').set({ until, ended_as: endedAs }).where('id', '=', id).execute()
}

/** Of a name as common as Zhang Wei only so many are weighed. */
const weighed = 500

/** People whose name fits what was typed (all, by name, where nothing was), with the post they hold; by rank, then name. */
export async function searchPeople(db: Db, typed: string, o: { limit: number }) {
  const asked = nameQuestion(typed)
  const candidates = db
    .selectFrom('person')
    .select(['id', 'name_latin', 'name_native'])
    .$if(asked.joined !== '', (query) => query.where(nameFits(asked)))
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
