/** Reads everything the page of one institution of the directory shows. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { mayMovePartnership, requirePartnersReader } from './access.ts'
import { zonesOf } from './add-partner.ts'
import { familyOf, findInDirectory, namesOf } from './directory-store.ts'
import { findInstitution } from './store.ts'

export type DirectoryEntry = Awaited<ReturnType<typeof readDirectoryEntry>>

/** @throws Refusal `sign_in_first`, or `not_found` where the directory has no such record */
export async function readDirectoryEntry(db: Db, visitor: Visitor | null, ror: string) {
  requirePartnersReader(visitor)
  const institution = await findInDirectory(db, ror)
  if (!institution) throw new Refusal('not_found', {}, 404)
  const [names, family, ours] = await Promise.all([namesOf(db, ror), familyOf(db, ror), findInstitution(db, ror)])
  const mayAdd = mayMovePartnership(visitor) && !ours && institution.status === 'active'
  return {
    visitor,
    institution,
    names,
    family,
    partner: ours !== undefined,
    mayAdd,
    zones: zonesOf(institution.country),
  }
}
