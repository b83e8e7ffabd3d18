/** SQL that reads one record of the directory, with its names and its family. */
import type { Db } from '#src/platform/database/tables.ts'
import './directory-tables.ts'

/** One record as the directory has it. */
export async function findInDirectory(db: Db, ror: string) {
  return db.selectFrom('directory_institution').selectAll().where('ror', '=', ror).executeTakeFirst()
}

/** Living records that go by one of these names, as names are compared; each name with its records. */
export async function recordsNamed(db: Db, folded: string[]) {
  if (folded.length === 0) return []
  return db
    .selectFrom('directory_name')
    .innerJoin('directory_institution as i', 'i.ror', 'directory_name.ror')
    .select(['directory_name.folded', 'i.ror', 'i.name', 'i.name_zh', 'i.city', 'i.country'])
    .where('directory_name.folded', 'in', folded)
    .where('i.status', '=', 'active')
    .orderBy('i.name')
    .execute()
}

export type InDirectory = NonNullable<Awaited<ReturnType<typeof findInDirectory>>>

export async function namesOf(db: Db, ror: string) {
  return db.selectFrom('directory_name').selectAll().where('ror', '=', ror).orderBy('position').execute()
}

/** Whom a record names as parent, child, related, predecessor or successor, with what the directory knows of them. */
export async function familyOf(db: Db, ror: string) {
  return db
    .selectFrom('directory_relation as r')
    .leftJoin('directory_institution as other', 'other.ror', 'r.other')
    .select([
      'r.kind',
      'r.other',
      'r.label',
      'other.status',
      'other.kinds',
      'other.name',
      'other.name_zh',
      'other.city',
    ])
    .where('r.ror', '=', ror)
    .orderBy('r.kind')
    .orderBy('r.label')
    .execute()
}

export type Relative = Awaited<ReturnType<typeof familyOf>>[number]
