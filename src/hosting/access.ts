/** Who may run a node for a partner and invite its people. */
import { findConfirmedPeer } from '#src/federation/index.ts'
import { ourInstitution, type SeenPartner, seePartner } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import { holds, type Visitor } from '#src/platform/people/index.ts'
import { type HostedNode, refuseHosting } from './hosted-node.ts'
import type { House, Houses } from './houses.ts'
import { findHosted } from './store.ts'

/** Officers invite the people of a partner without a node. */
export const mayHost = (visitor: Visitor | null): boolean => holds(visitor, 'officer')

/** Whether this partner runs a node of its own that we talk to. */
export async function hasOwnNode(db: Db, ror: string): Promise<boolean> {
  const hosted = await findHosted(db, ror)
  if (hosted && hosted.state !== 'moved') return false
  return (await findConfirmedPeer(db, ror)) !== undefined
}

/** Whether messages go to an institution under its id: a node of its own, or one we keep for it. */
export const isKnownByNode = async (db: Db, ror: string): Promise<boolean> =>
  (await findHosted(db, ror)) !== undefined || (await findConfirmedPeer(db, ror)) !== undefined

export interface OfficersHosting {
  officer: Visitor
  institution: SeenPartner['institution']
  hosted: HostedNode | undefined
}

/** @throws Refusal `sign_in_first`, `not_found`, `officers_host`, `partner_is_ourselves` */
export async function holdHosting(db: Db, visitor: Visitor | null, ror: string): Promise<OfficersHosting> {
  const { institution, visitor: officer } = await seePartner(db, visitor, ror)
  if (!mayHost(officer)) refuseHosting('officers_host', {}, 403)
  if (institution.ours) refuseHosting('partner_is_ourselves', {}, 404)
  return { officer, institution, hosted: await findHosted(db, ror) }
}

export interface RunningHosting extends OfficersHosting {
  hosted: HostedNode
  house: House
  /** Our own name. */
  ours: Phrase
}

/** As `holdHosting`, with its node up. @throws Refusal `hosted_node_not_up` where none runs */
export async function holdRunning(
  { db, houses }: { db: Db; houses: Houses },
  visitor: Visitor | null,
  ror: string,
): Promise<RunningHosting> {
  const held = await holdHosting(db, visitor, ror)
  const { hosted } = held
  if (hosted?.state !== 'running') return refuseHosting('hosted_node_not_up', {}, 409)
  const ours = (await ourInstitution(db)).name
  return { ...held, hosted, ours, house: await houses.open(hosted) }
}
