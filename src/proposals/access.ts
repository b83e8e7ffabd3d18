/** Who proposes and who sees proposals, as sentences. */
import { isOfficer } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { managedBy, type Reach, reachOf, within } from '#src/procedures/index.ts'
import type { Mover } from './proposal.ts'
import { findProposal, type Proposal, proposals } from './store.ts'

/** Everyone with a role in this house may propose. */
export const mayPropose = (visitor: Visitor | null): visitor is Visitor => (visitor?.roles.length ?? 0) > 0

/** The office sees every proposal, who works for a part those of that part, everybody their own. */
const sees = (visitor: Visitor, reach: Reach, proposal: Proposal): boolean =>
  proposal.proposer === visitor.account.id || within(reach, reachedAs(proposal))

const reachedAs = ({ kind, unitId }: Proposal) => ({ kind, units: unitId ? [unitId] : [] })

/** The latest first. */
export async function seenProposals(db: Db, visitor: Visitor): Promise<Proposal[]> {
  const reach = await reachOf(db, visitor)
  return (await proposals(db)).filter((one) => sees(visitor, reach, one))
}

export function requireProposer(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!mayPropose(visitor)) throw new Refusal('not_found', {}, 404)
  return visitor
}

export interface HeldProposal {
  visitor: Visitor
  /** As the lifecycle sees them: an officer of a part is one for the proposals of that part. */
  mover: Mover
  proposal: Proposal
}

async function moverOf(db: Db, visitor: Visitor, proposal: Proposal): Promise<Mover> {
  const officer = isOfficer(visitor) || within(await managedBy(db, visitor), reachedAs(proposal))
  return { account: visitor.account.id, officer }
}

/** @throws Refusal `not_found` for everybody who may not see it, as if it did not exist */
export async function holdProposal(db: Db, visitor: Visitor | null, id: string): Promise<HeldProposal> {
  const seen = requireProposer(visitor)
  const proposal = isId(id) ? await findProposal(db, id) : undefined
  if (!proposal || !sees(seen, await reachOf(db, seen), proposal)) throw new Refusal('not_found', {}, 404)
  return { visitor: seen, mover: await moverOf(db, seen, proposal), proposal }
}
