/** SQL of what is known of a university: facts with their sources, people with their posts. */
import { type SqlBool, sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import './institution-tables.ts'
import './person-tables.ts'

export async function factsOf(db: Db, ror: string) {
  return db.selectFrom('institution_fact').selectAll().where('institution', '=', ror).orderBy('position').execute()
}

/** People with a post at these institutions, or at one that was merged into them, in order of rank; posts held now first. */
export async function peopleOf(db: Db, ...rors: string[]) {
  return db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person')
    .innerJoin('institution as i', 'i.ror', 'post.institution')
    .select([
      'person.id',
      'person.name_latin',
      'person.name_native',
      'person.family_name_first',
      'person.account',
      'post.title_en',
      'post.title_zh',
      'post.unit_en',
      'post.unit_zh',
      'post.since',
      'post.until',
      'post.rank',
      'post.source',
    ])
    .select(sql<string>`coalesce(i.moved_to, i.ror)`.as('institution'))
    .where(sql<SqlBool>`i.ror in (select ror from institution where ror = any(${rors}) or moved_to = any(${rors}))`)
    .orderBy('post.rank')
    .orderBy('person.name_latin')
    .execute()
}

export type PersonInPost = Awaited<ReturnType<typeof peopleOf>>[number]
