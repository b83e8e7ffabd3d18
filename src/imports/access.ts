/** Who may bring in lists and look at them, as sentences. */
import { mayReadNotes, requireOfficer } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { findImport, type Import } from './store.ts'

export interface OfficersImport {
  officer: Visitor
  found: Import
}

/** Lists hold what the office noted for itself: officers see them, and whoever reads the journal. */
export function requireImportsReader(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!mayReadNotes(visitor)) throw new Refusal('not_found', {}, 404)
  return visitor
}

/** @throws Refusal `sign_in_first`, `not_found` */
export async function seeImport(db: Db, visitor: Visitor | null, id: string): Promise<Import> {
  requireImportsReader(visitor)
  const found = isId(id) ? await findImport(db, id) : undefined
  if (!found) throw new Refusal('not_found', {}, 404)
  return found
}

/** Officers alone bring in and take back. */
export async function holdImport(db: Db, visitor: Visitor | null, id: string): Promise<OfficersImport> {
  const officer = requireOfficer(visitor)
  return { officer, found: await seeImport(db, officer, id) }
}
