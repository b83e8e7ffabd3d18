/** An officer writes down a person, or changes what is known of them. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { refusePerson } from './person.ts'
import { findPerson, insertPerson, type Person, type PersonDetails, updatePerson } from './person-store.ts'

export interface PersonInput {
  details: PersonDetails
  at: Temporal.Instant
}

/** @returns the new person's id. @throws Refusal `person_name_missing`, `person_basis_missing` */
export async function addPerson(db: Db, officer: Visitor, { details, at }: PersonInput): Promise<string> {
  check(details)
  const id = crypto.randomUUID()
  await db.transaction().execute(async (tx) => {
    await insertPerson(tx, id, details)
    const about = { kind: 'person', id }
    await record(tx, { at, by: actorOf(officer), about, act: 'person.added', detail: { name: details.latin } })
  })
  return id
}

/**
 * @param revision the one the officer's form began from
 * @throws Refusal as `addPerson`, and `person_changed_meanwhile` where a colleague saved in between
 */
export async function changePerson(
  db: Db,
  { officer, person }: { officer: Visitor; person: Person },
  { details, revision, at }: PersonInput & { revision: number },
): Promise<void> {
  check(details)
  await db.transaction().execute(async (tx) => {
    if (!(await updatePerson(tx, person.id, details, revision))) refusePerson('person_changed_meanwhile')
    const fields = changedFields(person, details)
    const about = { kind: 'person', id: person.id }
    // Which fields, not what stood in them: the journal must not keep contact data that was taken out.
    await record(tx, { at, by: actorOf(officer), about, act: 'person.changed', detail: { fields } })
  })
}

function check(details: PersonDetails): void {
  if (!details.latin) refusePerson('person_name_missing', {}, 422)
  if ((details.email || details.phone) && details.basis === 'none') refusePerson('person_basis_missing', {}, 422)
}

/** A person as the form shows them. */
export function detailsOf(p: Person): PersonDetails {
  const { language, email, phone, assistant, basis, note } = p
  return {
    latin: p.name_latin,
    native: p.name_native,
    familyNameFirst: p.family_name_first,
    language,
    email,
    phone,
    assistant,
    basis,
    basisNote: p.basis_note,
    note,
  }
}

/** Names of the fields in which two sets of details differ. */
export function changedFields(person: Person, details: PersonDetails): (keyof PersonDetails)[] {
  const before = detailsOf(person)
  return (Object.keys(details) as (keyof PersonDetails)[]).filter((field) => before[field] !== details[field])
}

/** @throws Refusal where the person has gone, which cannot happen since nobody is deleted */
export async function personAgain(db: Db, person: Person): Promise<Person> {
  return (await findPerson(db, person.id))!
}
