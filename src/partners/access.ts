/** From a request to a partner, or not. Who may see and who may move a partnership, as sentences. */
import type { Db } from '#src/platform/database/tables.ts'
import { holds, type Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type Mover, type Partnership, refusePartnership } from './partnership.ts'
import { findPartnership, type KnownPartnership } from './partnership-store.ts'
import { besideUs, type Institution } from './store.ts'

/** Anyone with a role on this node sees our partners. */
export const maySeePartners = (visitor: Visitor | null): boolean => (visitor?.roles.length ?? 0) > 0

/** Officers move partnerships. */
export const mayMovePartnership = (visitor: Visitor | null): boolean => holds(visitor, 'officer')

/** Approvers decide on renewals; what exactly each may do in a state, the lifecycle says. */
export const mayDecideOnPartnership = (visitor: Visitor | null): boolean => holds(visitor, 'approver')

export const moverOf = (visitor: Visitor): Mover => ({
  account: visitor.account.id,
  officer: mayMovePartnership(visitor),
  approver: mayDecideOnPartnership(visitor),
})

/** Officers keep the people register, and see how people are reached. */
export const mayKeepPeople = (visitor: Visitor | null): boolean => holds(visitor, 'officer')

export interface SeenPartner {
  visitor: Visitor
  institution: Institution
  partnership: KnownPartnership | undefined
  /** Whose node this is. */
  us: Institution
}

export interface OfficersPartnership {
  officer: Visitor
  partnership: Partnership
}

/** @throws Refusal `sign_in_first` for the public, `not_found` for who has no role or where there is no such partner. Of one that was merged, its successor */
export async function seePartner(db: Db, visitor: Visitor | null, ror: string): Promise<SeenPartner> {
  requirePartnersReader(visitor)
  const { institution, us } = await besideUs(db, ror)
  if (!institution) throw new Refusal('not_found', {}, 404)
  return { visitor, institution, partnership: await findPartnership(db, institution.ror), us }
}

export function requirePartnersReader(visitor: Visitor | null): asserts visitor is Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!maySeePartners(visitor)) throw new Refusal('not_found', {}, 404)
}

/** An officer about to take an institution into the register. */
export function requirePartnersOfficer(visitor: Visitor | null): Visitor {
  requirePartnersReader(visitor)
  if (!mayMovePartnership(visitor)) refusePartnership('officers_only', {}, 403)
  return visitor
}

export interface MoversPartnership {
  mover: Visitor
  partnership: Partnership
}

/** For whoever moves partnerships on: officers, and approvers where a renewal waits for one. */
export async function holdToMove(db: Db, visitor: Visitor | null, ror: string): Promise<MoversPartnership> {
  const seen = await seePartner(db, visitor, ror)
  if (!mayMovePartnership(visitor) && !mayDecideOnPartnership(visitor)) refusePartnership('officers_only', {}, 403)
  if (!seen.partnership) refusePartnership('no_such_partner', {}, 404)
  return { mover: seen.visitor, partnership: seen.partnership! }
}

export async function holdPartnership(db: Db, visitor: Visitor | null, ror: string): Promise<OfficersPartnership> {
  const seen = await seePartner(db, visitor, ror)
  if (!mayMovePartnership(visitor)) refusePartnership('officers_only', {}, 403)
  if (!seen.partnership) refusePartnership('no_such_partner', {}, 404)
  return { officer: seen.visitor, partnership: seen.partnership! }
}
