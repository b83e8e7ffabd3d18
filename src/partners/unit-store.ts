/** SQL of units. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Discipline } from './discipline.ts'
import './unit-tables.ts'

/** What an officer may write about a unit. */
export interface UnitDetails {
  name: { en: string; zh: string }
  parent: string | null
  since: string | null
  /** Its last day, where it was closed. */
  until: string | null
  strengths: Discipline[]
  wishes: Discipline[]
  tags: string[]
  evidence: string
}

const rowOf = (d: UnitDetails) => ({
  name_en: d.name.en,
  name_zh: d.name.zh,
  parent: d.parent,
  since: d.since,
  until: d.until,
  strengths: d.strengths,
  wishes: d.wishes,
  tags: d.tags,
  evidence: d.evidence,
})

/** The names of units with these ids, whosesoever they are and also where they were closed. */
export async function unitsWithId(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  return db.selectFrom('unit').select(['id', 'name_en', 'name_zh']).where('id', 'in', ids).execute()
}

/** Units of these universities, in the order they were entered; a tree is made of them with `inTree`. */
export async function unitsOf(db: Db, institutions: string[]) {
  return db
    .selectFrom('unit')
    .selectAll()
    .where('institution', 'in', institutions)
    .orderBy('position')
    .orderBy('name_en')
    .execute()
}
export type Unit = Awaited<ReturnType<typeof unitsOf>>[number]

export async function findUnit(db: Db, id: string): Promise<Unit | undefined> {
  return db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()
}

export interface NewUnit {
  id: string
  institution: string
  at: Temporal.Instant
  /** Where it stands among the units of its university. */
  position: number
}

export async function insertUnit(tx: Tx, { at, ...unit }: NewUnit, details: UnitDetails): Promise<void> {
  await tx
    .insertInto('unit')
    .values({ ...unit, created_at: at, ...rowOf(details) })
    .execute()
}

/** @returns false where the unit was changed since that revision */
export async function updateUnit(tx: Tx, id: string, details: UnitDetails, revision: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('unit')
    .set({ ...rowOf(details), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** People who hold a post in a unit of that name. */
export async function peopleIn(db: Db, unit: Unit, on: Temporal.PlainDate) {
  const day = on.toString()
  return db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person')
    .select(['person.id', 'person.name_latin', 'person.name_native', 'post.title_en', 'post.title_zh', 'post.rank'])
    .where('post.institution', '=', unit.institution)
    .where((eb) =>
      eb.or([
        ...(unit.name_en ? [eb('post.unit_en', '=', unit.name_en)] : []),
        ...(unit.name_zh ? [eb('post.unit_zh', '=', unit.name_zh)] : []),
      ]),
    )
    .where((eb) =>
      eb.or([eb('post.until', 'is', null), eb('post.until', '>=', eb.cast<Temporal.PlainDate>(eb.val(day), 'date'))]),
    )
    .orderBy('post.rank')
    .orderBy('person.name_latin')
    .execute()
}
