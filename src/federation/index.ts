/** The front door of the federation area. */
import { acceptedRoots } from '#src/keys/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Deliverer } from '#src/platform/outbox/index.ts'
import { publicKey } from './peer.ts'
import { type Outgoing, type Sender, sendMessage } from './send-message.ts'
import { findConfirmedPeer, type Peer, peers } from './store.ts'

export { announceAddress } from './announce-address.ts'
export { comparisonMessages } from './answer-comparison.ts'
export { type Compared, type Comparing, compareNodes } from './compare-nodes.ts'
export { type Contacts, openContacts } from './contact.ts'
export { federationMessages } from './messages.ts'
export type { HearMove } from './move-peer.ts'
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

/** The roots (PEM) of a confirmed partner's node: those an administrator here accepted, the newest first, and the one pinned at pairing. */
export async function rootOf(db: Db, ror: string): Promise<string | undefined> {
  const peer = await findConfirmedPeer(db, ror)
  return peer && withAccepted(db, peer)
}

async function withAccepted(db: Db, { institution, root_certificate }: Peer): Promise<string> {
  const accepted = (await acceptedRoots(db, institution)).filter((pem) => pem.trim() !== root_certificate.trim())
  return [...accepted.reverse(), root_certificate].map((pem) => pem.trim()).join('\n')
}

/** The confirmed partners: where each is reached, the key it signs with, the roots its certificates are under. */
export async function peerKeys(db: Db) {
  const confirmed = (await peers(db)).filter((peer) => peer.confirmed_at)
  return Promise.all(
    confirmed.map(async (peer) => {
      const { institution: ror, address, key } = peer
      return { ror, address, key: publicKey(key), rootCertificate: await withAccepted(db, peer) }
    }),
  )
}

/** Delivers the outbox topic `message`. */
export function messageDeliverer(sender: Sender): Deliverer {
  return (item) => sendMessage(sender, item.body as unknown as Outgoing)
}
