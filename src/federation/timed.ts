/** What happens between nodes by the clock. */
import type { Db } from '#src/platform/database/tables.ts'
import { evidenceStream } from '#src/platform/evidence.ts'
import type { Fetch } from '#src/platform/near.ts'
import { hurry } from '#src/platform/outbox/index.ts'
import type { Clock } from '#src/platform/time.ts'
import type { Contacts } from './contact.ts'
import { fetchNode } from './fetch-node.ts'
import type { OwnNode } from './node.ts'
import { heardFrom, peers, waitingStreams } from './store.ts'

/** Every minute: compares each partner's node with ours, so that what is missing here is found, and clocks that differ are known. */
export async function compareWithPeers({ db, contacts }: { db: Db; contacts: Contacts }): Promise<void> {
  const confirmed = (await peers(db)).filter((peer) => peer.confirmed_at)
  await Promise.all(confirmed.map(({ institution }) => contacts.compare(institution)))
}

export interface Greeting {
  db: Db
  clock: Clock
  own: OwnNode
  /** Longest wait for one node, in milliseconds. */
  patience?: number
  fetch?: Fetch
}

/**
 * Every minute: asks each paired node whether it is there, with the key we pinned. One that is back after a pause gets what
 * waits for it at once.
 */
export async function greetPeers({ db, clock, patience = 5_000, fetch }: Greeting): Promise<void> {
  for (const peer of (await peers(db)).filter((p) => p.confirmed_at)) {
    const document = await fetchNode(peer.address, patience, fetch).catch(() => undefined)
    if (document?.key !== peer.key || document.institution.ror !== peer.institution) continue
    await heardFrom(db, peer.institution, clock())
    for (const stream of [evidenceStream, ...(await waitingStreams(db, peer.institution))]) {
      await db.transaction().execute((tx) => hurry(tx, stream, clock()))
    }
  }
}
