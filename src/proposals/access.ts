/** Who proposes and who sees proposals, as sentences. */

import { isOfficer, maySeeAgreements } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Mover } from './proposal.ts'
import { findProposal, type Proposal } from './store.ts'

/** Everyone with a role in this house may propose. */
export const mayPropose = (visitor: Visitor | null): visitor is Visitor => (visitor?.roles.length ?? 0) > 0

/** The office sees every proposal, others their own. */
export const seesEvery = (visitor: Visitor): boolean => maySeeAgreements(visitor)

export function requireProposer(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!mayPropose(visitor)) throw new Refusal('not_found', {}, 404)
  return visitor
}

export interface HeldProposal {
  visitor: Visitor
  proposal: Proposal
}

export const moverOf = (visitor: Visitor): Mover => ({ account: visitor.account.id, officer: isOfficer(visitor) })

/** @throws Refusal `not_found` for everybody who may not see it, as if it did not exist */
export async function holdProposal(db: Db, visitor: Visitor | null, id: string): Promise<HeldProposal> {
  const seen = requireProposer(visitor)
  const proposal = isId(id) ? await findProposal(db, id) : undefined
  if (!proposal || !(seesEvery(seen) || proposal.proposer === seen.account.id)) throw new Refusal('not_found', {}, 404)
  return { visitor: seen, proposal }
}
