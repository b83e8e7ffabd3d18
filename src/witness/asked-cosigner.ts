/** Whom our log asks for cosignatures, and how: a partner's node, or the third witness. */
import type { Db } from '#src/platform/database/tables.ts'
import type { NoteKey } from '#src/platform/tlog/index.ts'
import type { WitnessHouse } from './house.ts'
import type { Surroundings } from './neighbours.ts'
import { findLogPeer } from './peer-store.ts'
import type { Cosigner } from './work.ts'

/** What asking needs to know of this node and of the others. */
export interface Asking {
  db: Db
  house: WitnessHouse
  around: Surroundings
  now: () => Temporal.Instant
}

export interface Asked {
  /** For alarms: the partner's ROR id, or the third witness's name. */
  name: string
  /** Its submission prefix. */
  url: string
  witness: NoteKey
  /** The third witness mirrors nothing. */
  mirror: NoteKey | null
}

export type Delivered = 'done' | { retry: string }

/** @returns undefined where the partner is not paired, or has not told us its keys: it is asked once it has */
export async function askedFor({ db, around }: Asking, cosigner: Cosigner): Promise<Asked | undefined> {
  if ('third' in cosigner) {
    const { third } = around
    return third ? { name: third.key.name, url: third.url, witness: third.key, mirror: null } : undefined
  }
  const [neighbour, peer] = await Promise.all([
    around.neighbours.find(db, cosigner.institution),
    findLogPeer(db, cosigner.institution),
  ])
  if (!neighbour || !peer) return undefined
  const { witness, mirror } = peer
  return { name: cosigner.institution, url: `${neighbour.address}/federation/log`, witness, mirror }
}
