/** The front door of the federation area. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Deliverer } from '#src/platform/outbox/index.ts'
import { publicKey } from './peer.ts'
import { type Outgoing, type Sender, sendMessage } from './send-message.ts'
import { findConfirmedPeer, peers } from './store.ts'

export { comparisonMessages } from './answer-comparison.ts'
export { type Compared, type Comparing, compareNodes } from './compare-nodes.ts'
export { type Contacts, openContacts } from './contact.ts'
export { type OwnNode, ownNode } from './node.ts'
export { type Passes, passesOf } from './passes.ts'
export type { NodeDocument } from './peer.ts'
export { pinPeer } from './propose-peer.ts'
export type { Receiver } from './receive-message.ts'
export { federationRoutes } from './routes.ts'
export { type Outgoing, type Sender, sendMessage } from './send-message.ts'
export { findConfirmedPeer, type Peer, peers, waitingMessages } from './store.ts'
export { compareWithPeers, greetPeers } from './timed.ts'
export { peerJournalWords, peerRefusalWords } from './words.ts'

/** The pinned root certificate (PEM) of a confirmed partner's node. */
export async function rootOf(db: Db, ror: string): Promise<string | undefined> {
  return (await findConfirmedPeer(db, ror))?.root_certificate
}

/** The confirmed partners: where each is reached, the key it signs with, the root its certificates are under. */
export async function peerKeys(db: Db) {
  const confirmed = (await peers(db)).filter((peer) => peer.confirmed_at)
  return confirmed.map(({ institution: ror, address, key, root_certificate: rootCertificate }) => {
    return { ror, address, key: publicKey(key), rootCertificate }
  })
}

/** Delivers the outbox topic `message`. */
export function messageDeliverer(sender: Sender): Deliverer {
  return (item) => sendMessage(sender, item.body as unknown as Outgoing)
}
