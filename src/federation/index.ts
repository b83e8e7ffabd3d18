/** The front door of the federation area. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Deliverer } from '#src/platform/outbox/index.ts'
import { type Outgoing, type Sender, sendMessage } from './send-message.ts'
import { findConfirmedPeer } from './store.ts'

export { type OwnNode, ownNode } from './node.ts'
export { pinPeer } from './propose-peer.ts'
export type { Receiver } from './receive-message.ts'
export { federationRoutes } from './routes.ts'
export type { Sender } from './send-message.ts'
export { findConfirmedPeer, type Peer, peers, waitingMessages } from './store.ts'
export { greetPeers } from './timed.ts'
export { peerJournalWords, peerRefusalWords } from './words.ts'

/** The pinned root certificate (PEM) of a confirmed partner's node. */
export async function rootOf(db: Db, ror: string): Promise<string | undefined> {
  return (await findConfirmedPeer(db, ror))?.root_certificate
}

/** Delivers the outbox topic `message`. */
export function messageDeliverer(sender: Sender): Deliverer {
  return (item) => sendMessage(sender, item.body as unknown as Outgoing)
}
