/** A paired partner asks us for a time-stamp: we put our clock's second under its hash. */
import type { Db } from '#src/platform/database/tables.ts'
import { readSignature } from '#src/platform/http-signatures/sign.ts'
import { answerRequest, requestType } from '#src/platform/timestamp/index.ts'
import { stampPath } from './ask-stamp.ts'
import type { WitnessHouse } from './house.ts'
import type { Neighbours } from './neighbours.ts'

export interface StampAsked {
  body: Uint8Array
  contentType: string
  digest?: string
  input?: string
  signature?: string
}

export interface Stamping {
  db: Db
  house: WitnessHouse
  neighbours: Neighbours
  /** Our address as other nodes sign for it. */
  address: string
  at: Temporal.Instant
}

/** A request counts for this long either side of our clock; sent again within it, it gets another stamp, which harms nobody. */
const lifetime = Temporal.Duration.from({ minutes: 5 })

/** @returns DER of the answer; undefined for whoever is not a paired partner, signing now and for this address */
export async function giveStamp(stamping: Stamping, asked: StampAsked): Promise<Uint8Array | undefined> {
  const { db, house, neighbours, address, at } = stamping
  const target = `${address}${stampPath}`
  const components = { '@method': 'POST', '@target-uri': target, 'content-type': asked.contentType }
  const found = asked.contentType === requestType ? readSignature(components, asked.body, asked) : undefined
  if (found === undefined || typeof found === 'string') return undefined
  const age = Math.abs(at.since(found.created).total('seconds'))
  const neighbour = await neighbours.find(db, found.keyid)
  if (!neighbour || age > lifetime.total('seconds') || !found.isBy(neighbour.key)) return undefined
  return answerRequest(asked.body, house.stamps, at)
}
