/** The other nodes, as this area sees them. The federation area, above this one, knows how they were paired. */
import type { KeyObject } from 'node:crypto'
import type { Db } from '#src/platform/database/tables.ts'
import type { Signer } from '#src/platform/http-signatures/sign.ts'
import type { Fetch } from '#src/platform/near.ts'
import type { NoteKey } from '#src/platform/tlog/index.ts'

export interface Neighbour {
  ror: string
  /** Where its node is reached by ours. */
  address: string
  /** With which it signs requests to us. */
  key: KeyObject
  /** PEM; of more than one root where it was replaced. */
  rootCertificate: string
}

export interface Neighbours {
  /** A paired and confirmed partner. */
  find(db: Db, ror: string): Promise<Neighbour | undefined>
  all(db: Db): Promise<Neighbour[]>
}

/** A witness by address that belongs to neither partner. */
export interface ThirdWitness {
  key: NoteKey
  /** Its submission prefix. */
  url: string
}

/** How requests to other nodes go out. `fetch`, save in tests of two nodes without ports. */
export type Ask = (
  url: string,
  request: { method: 'GET' | 'POST'; headers?: Record<string, string>; body?: Uint8Array },
) => Promise<Response>

/** Asks over the network, and waits so long at most (in milliseconds). */
export const askOverNetwork =
  (patience = 15_000, carry: Fetch = fetch): Ask =>
  (url, { method, headers, body }) =>
    carry(url, {
      method,
      headers,
      body: body && new Uint8Array(body),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    })

/** What carrying out this area's work between nodes needs. */
export interface Surroundings {
  neighbours: Neighbours
  ask: Ask
  /** Signs our requests for time-stamps. */
  signer: Signer
  third: ThirdWitness | null
}
