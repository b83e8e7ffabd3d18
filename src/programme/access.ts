/** From a request to a programme, or not. Who may see and who may change one, as sentences. */

import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { holds, type Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { findProgramme, type Programme } from './store.ts'

/** Anyone with a role on this node sees the programmes. */
export const maySeeProgrammes = (visitor: Visitor | null): boolean => (visitor?.roles.length ?? 0) > 0

/** Officers keep them. */
export const mayKeepProgrammes = (visitor: Visitor | null): boolean => holds(visitor, 'officer')

export interface SeenProgramme {
  visitor: Visitor
  programme: Programme
}

export interface OfficersProgramme {
  officer: Visitor
  programme: Programme
}

/** @throws Refusal `sign_in_first` for the public, `not_found` for who has no role */
export function requireProgrammesReader(visitor: Visitor | null): asserts visitor is Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!maySeeProgrammes(visitor)) throw new Refusal('not_found', {}, 404)
}

/** @throws Refusal `officers_only` */
export function requireProgrammesOfficer(visitor: Visitor | null): Visitor {
  requireProgrammesReader(visitor)
  if (!mayKeepProgrammes(visitor)) throw new Refusal('officers_only', {}, 403)
  return visitor
}

export async function seeProgramme(db: Db, visitor: Visitor | null, id: string): Promise<SeenProgramme> {
  requireProgrammesReader(visitor)
  const programme = isId(id) ? await findProgramme(db, id) : undefined
  if (!programme) throw new Refusal('not_found', {}, 404)
  return { visitor, programme }
}

export async function holdProgramme(db: Db, visitor: Visitor | null, id: string): Promise<OfficersProgramme> {
  const { programme } = await seeProgramme(db, visitor, id)
  return { officer: requireProgrammesOfficer(visitor), programme }
}
