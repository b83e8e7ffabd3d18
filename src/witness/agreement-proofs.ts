/** Everything both logs can prove of one agreement, each under one head the other side cosigned. */
import type { Db } from '#src/platform/database/tables.ts'
import { entryFor } from '#src/platform/log-entry.ts'
import { pairPolicy } from '#src/platform/log-policy.ts'
import { formatPolicy, formatProof, inclusionProof, type NoteKey, verifierKey } from '#src/platform/tlog/index.ts'
import { cosignedCheckpoints, findCheckpoint, type StoredCheckpoint, withCosignatures } from './checkpoint-store.ts'
import { eventsAbout, firstStampFrom } from './event-store.ts'
import type { WitnessHouse } from './house.ts'
import { type PartnerEvent, partnerEventsAbout } from './partner-event-store.ts'
import { findLogPeer } from './peer-store.ts'
import { entriesOf, nodesIn } from './tree-store.ts'

export interface ProvenLog {
  /** ROR id of whose log it is. */
  ror: string
  policy: string
  /** With its cosignatures. */
  checkpoint: string
  events: (PartnerEvent & { proof: string })[]
  /** DER of a time-stamp over the head by the other side; null while there is none. */
  stamp: Uint8Array | null
}

export interface AgreementProofs {
  /** Verifier keys by ROR id. */
  keys: Record<string, { log: string; witness: string; mirror: string }>
  logs: ProvenLog[]
}

/** @returns undefined while a log does not hold the conclusion yet under a head the other side witnessed and mirrored */
export async function proofsAbout(
  db: Db,
  house: WitnessHouse,
  { id, partner }: { id: string; partner: string },
): Promise<AgreementProofs | undefined> {
  const peer = await findLogPeer(db, partner)
  if (!peer) return undefined
  const ours = { ror: house.us, log: house.log.key, cosigners: [peer.witness, peer.mirror] }
  const theirs = { ror: partner, log: peer.log, cosigners: [house.witness.key, house.mirror.key] }
  const own = (await eventsAbout(db, 'agreement', id)).flatMap(({ salt, facts, ...event }) =>
    salt && facts ? [{ ...event, salt, facts }] : [],
  )
  const told = await partnerEventsAbout(db, peer.log.name, 'agreement', id)
  const logs = [await provenLog(db, ours, own, partner), await provenLog(db, theirs, told, house.us)]
  if (logs.some((log) => log === undefined)) return undefined
  const text = (log: NoteKey, witness: NoteKey, mirror: NoteKey) => ({
    log: verifierKey(log),
    witness: verifierKey(witness),
    mirror: verifierKey(mirror),
  })
  const keys = {
    [house.us]: text(house.log.key, house.witness.key, house.mirror.key),
    [partner]: text(peer.log, peer.witness, peer.mirror),
  }
  return { keys, logs: logs as ProvenLog[] }
}

interface Kept {
  ror: string
  log: NoteKey
  /** The other side's witness, then its mirror. */
  cosigners: NoteKey[]
}

async function provenLog(db: Db, of: Kept, events: PartnerEvent[], other: string): Promise<ProvenLog | undefined> {
  const { ror, log, cosigners } = of
  const last = events.findLast(({ event }) => event === 'agreement.concluded')
  const head = last && (await headOver(db, of, last.index + 1, other))
  if (!head) return undefined
  const [witness, mirror] = cosigners as [NoteKey, NoteKey]
  const policy = formatPolicy(pairPolicy({ log, witness, mirror }))
  const checkpoint = await withCosignatures(db, head.checkpoint)
  const proven = events.filter(({ index }) => index < head.checkpoint.size)
  const packed = await Promise.all(proven.map((event) => packedEvent(db, log.name, event, head.checkpoint, checkpoint)))
  return { ror, policy, checkpoint, events: packed.filter((event) => event !== undefined), stamp: head.stamp }
}

/** The first head over `size` entries that the other side cosigned; one it time-stamped too goes before. */
async function headOver(db: Db, { log, cosigners }: Kept, size: number, institution: string) {
  const sizes = await cosignedCheckpoints(
    db,
    log.name,
    size,
    cosigners.map(({ name }) => name),
  )
  const stamp = await firstStampFrom(db, log.name, { institution, size })
  const stamped = stamp && sizes.includes(stamp.size)
  const chosen = stamped ? stamp.size : sizes[0]
  const checkpoint = chosen === undefined ? undefined : await findCheckpoint(db, log.name, chosen)
  return checkpoint && { checkpoint, stamp: stamped ? stamp.token : null }
}

/** @returns undefined where what was told is not what stands in the log */
async function packedEvent(
  db: Db,
  origin: string,
  event: PartnerEvent,
  { size }: StoredCheckpoint,
  checkpoint: string,
): Promise<ProvenLog['events'][number] | undefined> {
  const [entry] = await entriesOf(db, origin, event.index, event.index + 1)
  const path = await inclusionProof(nodesIn(db, origin), event.index, size)
  const same = entry && Buffer.compare(entryFor(event, event.salt), entry) === 0
  return same ? { ...event, proof: formatProof({ index: event.index, path, checkpoint }) } : undefined
}
