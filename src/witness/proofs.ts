/** What proves that something stands in our log: for the evidence package, and for download. */
import type { Db } from '#src/platform/database/tables.ts'
import { clearText } from '#src/platform/log-entry.ts'
import { pairPolicy } from '#src/platform/log-policy.ts'
import { formatProof, inclusionProof, type Policy } from '#src/platform/tlog/index.ts'
import { cosignedCheckpoint, withCosignatures } from './checkpoint-store.ts'
import { findEvent } from './event-store.ts'
import type { WitnessHouse } from './house.ts'
import type { ThirdWitness } from './neighbours.ts'
import { findLogPeer } from './peer-store.ts'
import { entriesOf, nodesIn } from './tree-store.ts'

/** Our log is believed where this partner's witness and its mirror both cosigned. The third witness is named, and not required. */
export async function policyWith(
  db: Db,
  house: WitnessHouse,
  partner: string,
  third: ThirdWitness | null,
): Promise<Policy | undefined> {
  const peer = await findLogPeer(db, partner)
  if (!peer) return undefined
  const policy = pairPolicy({ log: house.log.key, witness: peer.witness, mirror: peer.mirror })
  const named = third ? [{ name: 'third', key: third.key, url: third.url }] : []
  return { ...policy, witnesses: [...policy.witnesses, ...named] }
}

export interface EntryProof {
  /** The `.tlog-proof`; its `extra` is the salt, then the clear text. */
  proof: string
  entry: Uint8Array
}

/**
 * The proof of one entry, with a checkpoint this partner witnessed and mirrored.
 * @returns undefined where there is no such entry, or the partner has not cosigned a head that holds it yet
 */
export async function proofOf(
  db: Db,
  house: WitnessHouse,
  index: number,
  partner: string,
): Promise<EntryProof | undefined> {
  const [event, peer] = await Promise.all([findEvent(db, index), findLogPeer(db, partner)])
  if (!event || !peer) return undefined
  const { origin } = house
  const checkpoint = await cosignedCheckpoint(db, origin, index + 1, [peer.witness.name, peer.mirror.name])
  if (!checkpoint) return undefined
  const path = await inclusionProof(nodesIn(db, origin), index, checkpoint.size)
  const extra =
    event.salt && event.facts
      ? Buffer.concat([event.salt, Buffer.from(clearText({ ...event, facts: event.facts }))])
      : undefined
  const proof = formatProof({ extra, index, path, checkpoint: await withCosignatures(db, checkpoint) })
  const [entry] = await entriesOf(db, origin, index, index + 1)
  return { proof, entry: entry! }
}
