/** This node's transparency log, put together from the areas below and above it. */
import { type OwnNode, peerKeys } from '#src/federation/index.ts'
import type { Authority } from '#src/keys/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Fetch } from '#src/platform/near.ts'
import type { Clock } from '#src/platform/time.ts'
import { readVerifierKey } from '#src/platform/tlog/index.ts'
import {
  type Asking,
  askOverNetwork,
  type Neighbours,
  ownWitness,
  type ThirdWitness,
  type WitnessParts,
} from '#src/witness/index.ts'
import type { Config } from './config.ts'

export interface OwnLogs {
  /** For the pages and addresses. */
  parts: WitnessParts
  /** For what is done between nodes. */
  asking: Asking
}

const neighbours: Neighbours = {
  find: async (db, ror) => (await peerKeys(db)).find((peer) => peer.ror === ror),
  all: peerKeys,
}

export async function openLogs(given: {
  db: Db
  clock: Clock
  config: Config
  secretKey: Uint8Array
  authority: Authority
  own: OwnNode
  fetch: Fetch
}): Promise<OwnLogs> {
  const { db, clock, config, secretKey, authority, own, fetch } = given
  const { publicUrl, federationUrl: address } = config
  const house = await ownWitness({ db, secretKey, publicUrl, authority, now: clock() })
  const third = thirdWitness(config)
  return {
    parts: { db, clock, house, neighbours, address, third },
    asking: {
      db,
      house,
      now: clock,
      around: { neighbours, ask: askOverNetwork(15_000, fetch), signer: own.signer, third },
    },
  }
}

function thirdWitness({ witness }: Config): ThirdWitness | null {
  return witness ? { url: witness.url.replace(/\/$/, ''), key: readVerifierKey(witness.key)! } : null
}
