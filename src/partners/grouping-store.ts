/** SQL of groupings. A member is a ROR id, of our register or only of the directory: a partner to be is a member already. */
import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { GroupingDetails } from './grouping.ts'
import './directory-tables.ts'
import './grouping-tables.ts'

/** All groupings by name, with how many belong to each and how many of those are in our register. */
export async function groupings(db: Db) {
  return db
    .selectFrom('grouping as g')
    .selectAll('g')
    .select([
      sql<number>`(select count(*)::int from grouping_member m where m.grouping = g.id)`.as('members'),
      sql<number>`(select count(*)::int from grouping_member m join institution i on i.ror = m.ror
        where m.grouping = g.id and not i.ours)`.as('partners'),
    ])
    .orderBy('name_en')
    .orderBy('name_zh')
    .execute()
}
export type Grouping = Awaited<ReturnType<typeof groupings>>[number]

export async function findGrouping(db: Db, id: string) {
  return db.selectFrom('grouping').selectAll().where('id', '=', id).executeTakeFirst()
}
export type FoundGrouping = NonNullable<Awaited<ReturnType<typeof findGrouping>>>

/** The groupings an institution belongs to. */
export async function groupingsOf(db: Db, ror: string, o: { public?: boolean } = {}) {
  return db
    .selectFrom('grouping as g')
    .innerJoin('grouping_member as m', 'm.grouping', 'g.id')
    .selectAll('g')
    .where('m.ror', '=', ror)
    .$if(o.public === true, (query) => query.where('g.public', '=', true))
    .orderBy('g.name_en')
    .orderBy('g.name_zh')
    .execute()
}

/** Who belongs to it, by the name our register or the directory has. */
export async function membersOf(db: Db, grouping: string) {
  return db
    .selectFrom('grouping_member as m')
    .leftJoin('institution as i', 'i.ror', 'm.ror')
    .leftJoin('directory_institution as d', 'd.ror', 'm.ror')
    .leftJoin('partnership as p', 'p.partner', 'm.ror')
    .select(['m.ror', 'i.ours', 'p.state'])
    .select([
      sql<string>`coalesce(nullif(i.name_en, ''), d.name, i.name_zh, m.ror)`.as('name_en'),
      sql<string>`coalesce(nullif(i.name_zh, ''), d.name_zh, '')`.as('name_zh'),
      sql<boolean>`i.ror is not null`.as('known'),
    ])
    .where('m.grouping', '=', grouping)
    .orderBy(sql`coalesce(i.name_en, d.name)`)
    .execute()
}

export async function isInstitution(db: Db, ror: string): Promise<boolean> {
  const known = await db.selectFrom('institution').select('ror').where('ror', '=', ror).executeTakeFirst()
  if (known) return true
  return (
    (await db.selectFrom('directory_institution').select('ror').where('ror', '=', ror).executeTakeFirst()) !== undefined
  )
}

const rowOf = ({ name, source, asOf, public: shown }: GroupingDetails) => ({
  name_en: name.en,
  name_zh: name.zh,
  source,
  as_of: asOf,
  public: shown,
})

/** @returns false where another has that name */
export async function insertGrouping(
  tx: Tx,
  id: string,
  details: GroupingDetails,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('grouping')
    .values({ id, ...rowOf(details), created_at: at })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function nameTaken(tx: Tx, { name }: GroupingDetails, but: string): Promise<boolean> {
  const row = await tx
    .selectFrom('grouping')
    .select('id')
    .where(sql<SqlBool>`lower(name_en) = lower(${name.en}) and name_zh = ${name.zh}`)
    .where('id', '<>', but)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false where it was saved since that revision */
export async function updateGrouping(tx: Tx, id: string, details: GroupingDetails, revision: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('grouping')
    .set({ ...rowOf(details), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteGrouping(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('grouping').where('id', '=', id).execute()
}

/** Twice is once. @returns whether it did not belong before */
export async function insertMember(tx: Tx, grouping: string, ror: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('grouping_member')
    .values({ grouping, ror })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function deleteMember(tx: Tx, grouping: string, ror: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('grouping_member')
    .where('grouping', '=', grouping)
    .where('ror', '=', ror)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** As a condition on a column of ROR ids. */
export const inGrouping = (column: ReturnType<typeof sql>, grouping: string) =>
  sql<SqlBool>`${column} in (select ror from grouping_member where grouping = ${grouping})`
