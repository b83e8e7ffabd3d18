/** A partner's node stamps something of ours while we wait: a signature, a signed document. */
import type { Stamp, StampFault } from '#src/platform/timestamp/index.ts'
import { requestStamp } from './ask-stamp.ts'
import type { Asking } from './asked-cosigner.ts'
import { findLogPeer } from './peer-store.ts'

/** @returns the stamp, or in a word why there is none. Never throws, and waits so many milliseconds at most */
export async function stampFor(
  asking: Asking,
  institution: string,
  imprint: Uint8Array,
  patience: number,
): Promise<Stamp | StampFault | 'no_partner_node' | 'not_reached'> {
  const { db, around } = asking
  const [neighbour, peer] = await Promise.all([around.neighbours.find(db, institution), findLogPeer(db, institution)])
  if (!neighbour || !peer) return 'no_partner_node'
  const late = Promise.withResolvers<'not_reached'>()
  const timer = setTimeout(() => late.resolve('not_reached'), patience)
  const stamp = requestStamp(asking, neighbour, peer.stampCertificate, imprint).catch(() => 'not_reached' as const)
  const first = await Promise.race([stamp, late.promise])
  clearTimeout(timer)
  return typeof first === 'object' && 'retry' in first ? 'not_reached' : first
}
