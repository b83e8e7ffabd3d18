/** An administrator enters a partner node's address: what it says of itself is saved, unconfirmed, with the fingerprint to compare. */
import { acceptedRoots } from '#src/keys/index.ts'
import { findInstitution, saveInstitution, saveKeeper } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { queue, record } from '#src/platform/record.ts'
import { fetchNode } from './fetch-node.ts'
import { pairingEvidence } from './log-evidence.ts'
import { type NodeDocument, pairFingerprint, refusePeer } from './peer.ts'
import { findPeer, lockPeer, type PairedPeer, savePeer } from './store.ts'

export interface Proposal {
  own: NodeDocument
  address: string
  at: Temporal.Instant
}

/** @returns the partner's ROR id. @throws Refusal as `fetchNode` does, and `node_is_ourselves` */
export async function proposePeer(db: Db, administrator: Visitor, { own, address, at }: Proposal): Promise<string> {
  const document = await fetchNode(readAddress(address))
  if (document.institution.ror === own.institution.ror || document.key === own.key)
    refusePeer('node_is_ourselves', {}, 422)
  await db.transaction().execute(async (tx) => {
    const peer = peerOf(own, document, administrator.account.name.latin, at)
    const known = await findPeer(tx, peer.institution)
    const unchanged =
      known?.fingerprint === peer.fingerprint || (known !== undefined && (await isFollowed(tx, known, peer)))
    const confirmation = unchanged ? { confirmed_by: known.confirmed_by, confirmed_at: known.confirmed_at } : {}
    await saveKnown(tx, document)
    await savePeer(tx, { ...peer, ...confirmation, last_heard_at: at })
    await record(tx, {
      at,
      by: actorOf(administrator),
      about: { kind: 'node', id: peer.institution },
      act: 'node.proposed',
      detail: {
        address: document.address,
        fingerprint: peer.fingerprint,
        keysChanged: known !== undefined && !unchanged,
      },
    })
  })
  return document.institution.ror
}

/** Only the root is another, and our administrator accepted it when the partner announced it. */
async function isFollowed(tx: Tx, known: PairedPeer, peer: PairedPeer): Promise<boolean> {
  const accepted = (await acceptedRoots(tx, peer.institution)).map((pem) => pem.trim())
  return known.address === peer.address && known.key === peer.key && accepted.includes(peer.root_certificate.trim())
}

/**
 * Saves a peer as confirmed without comparing: for the two nodes of the sample, which one program starts. One that stands as it
 * is stays as it is: a second start is no second pairing, and a new root is accepted on the page of keys, not by starting again.
 */
export async function pinPeer(
  tx: Tx,
  { own, peer, by, at }: { own: NodeDocument; peer: NodeDocument; by: string; at: Temporal.Instant },
) {
  const pinned = { ...peerOf(own, peer, by, at), confirmed_by: by, confirmed_at: at }
  const known = await lockPeer(tx, pinned.institution)
  const same = (['key', 'address', 'site', 'accent'] as const).every((field) => known?.[field] === pinned[field])
  if (known?.confirmed_at && same) return
  await saveKnown(tx, peer)
  await savePeer(tx, pinned)
  await queue(tx, at, [pairingEvidence(pinned, at, peer.keptBy)])
}

function peerOf(own: NodeDocument, document: NodeDocument, by: string, at: Temporal.Instant): PairedPeer {
  const { institution, address, site, key, rootCertificate, accent } = document
  const pinned = (d: NodeDocument) => ({
    ror: d.institution.ror,
    address: d.address,
    key: d.key,
    rootCertificate: d.rootCertificate,
    keptBy: d.keptBy,
  })
  return {
    institution: institution.ror,
    address,
    site,
    key,
    root_certificate: rootCertificate,
    accent,
    fingerprint: pairFingerprint(pinned(own), pinned(document)),
    proposed_by: by,
    proposed_at: at,
    confirmed_by: null,
    confirmed_at: null,
    last_heard_at: null,
  }
}

/** What our register already says of the institution stands; a node cannot rename a university here. */
async function saveKnown(tx: Tx, { institution, keptBy }: NodeDocument): Promise<void> {
  if (!(await findInstitution(tx, institution.ror))) await saveInstitution(tx, { ...institution, ours: false })
  await saveKeeper(tx, institution.ror, keptBy ?? null)
}

function readAddress(typed: string): string {
  try {
    const url = new URL(typed.trim())
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.origin
  } catch {
    // said below
  }
  return refusePeer('node_not_reached', { address: typed.slice(0, 200), why: 'not a web address' }, 422)
}
