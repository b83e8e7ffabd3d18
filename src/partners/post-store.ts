/** SQL of the posts people hold and held. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { PostEnd } from './person.ts'
import './person-tables.ts'

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

/**
 * Until when somebody of an institution holds a post, found by name and title as an agreement writes them: null where no end is
 * known; undefined where the register does not know the post.
 */
export async function heldUntil(
  db: Db,
  { institution, latin, title }: { institution: string; latin: string; title: string },
): Promise<Temporal.PlainDate | null | undefined> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person')
    .select('until')
    .where('institution', '=', institution)
    .where(sql`lower(name_latin)`, '=', latin.toLowerCase())
    .where(sql`lower(title_en)`, '=', title.toLowerCase())
    .orderBy(sql`coalesce(until, 'infinity'::date)`, 'desc')
    .limit(1)
    .execute()
  return rows[0]?.until
}
