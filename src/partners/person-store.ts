/** SQL of people. Posts and leads have their own stores. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { nameKeys } from '#src/platform/search/names.ts'
import type { Basis } from './person.ts'
import './person-tables.ts'

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
