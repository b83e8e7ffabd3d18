/** Reads everything the page of one person shows. */

import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { mayKeepPeople, requirePartnersReader } from './access.ts'
import { ledBy } from './lead-store.ts'
import { findPerson } from './person-store.ts'
import { postsOf } from './post-store.ts'
import { ourInstitution, somePartners } from './store.ts'

export type Contact = Awaited<ReturnType<typeof readContact>>

/** @throws Refusal `sign_in_first`, or `not_found` where there is no such person */
export async function readContact(db: Db, visitor: Visitor | null, id: string) {
  requirePartnersReader(visitor)
  const person = isId(id) ? await findPerson(db, id) : undefined
  if (!person) throw new Refusal('not_found', {}, 404)
  const officer = mayKeepPeople(visitor)
  const [posts, led, known] = await Promise.all([postsOf(db, id), ledBy(db, id), officer ? chosenFrom(db) : []])
  return { visitor, person, posts, led, officer, institutions: known }
}

/** Institutions to choose a post's from: all, while they fit a list; none where they do not, and the name is typed. */
async function chosenFrom(db: Db) {
  const partners = await somePartners(db, mostChosenFrom + 1)
  return partners.length > mostChosenFrom ? [] : [await ourInstitution(db), ...partners]
}

const mostChosenFrom = 60
