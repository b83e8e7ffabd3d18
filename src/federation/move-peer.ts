/**
 * A partner's node tells, signed with the key we pinned, that it is reached at another address. An administrator compares the
 * fingerprint of the pair as it then is, and only then we send there.
 */
import { rootsOfPair } from '#src/keys/index.ts'
import { ourInstitution, saveKeeper } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { message, type Received } from '#src/platform/messages.ts'
import { accountsWithRole, actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { pairingEvidence } from './log-evidence.ts'
import { type NodeDocument, pairFingerprint, refusePeer } from './peer.ts'
import { findPeerMove, type PeerMove, removePeerMove, savePeerMove } from './peer-move-store.ts'
import { findConfirmedPeer, lockPeer, type Peer, savePeer } from './store.ts'
import { movedShape } from './wire.ts'
import { moveMail } from './words.ts'

/** Kept, not believed. @throws Refusal `message_malformed` */
export async function receiveMove(tx: Tx, { from, body, at }: Received): Promise<void> {
  const moved = movedShape.safeParse(body)
  if (!moved.success) throw new Refusal('message_malformed', {}, 422)
  await hearAddress(tx, from, moved.data, at)
}

/** Where a partner's node says it is reached, now or with every comparison: news is kept, and administrators are written to. */
export async function hearAddress(
  tx: Tx,
  from: string,
  { address, site }: Pick<PeerMove, 'address' | 'site'>,
  at: Temporal.Instant,
): Promise<void> {
  const peer = (await findConfirmedPeer(tx, from))!
  if (peer.address === address && peer.site === site) return removePeerMove(tx, from)
  const said = await findPeerMove(tx, from)
  if (said?.address === address && said.site === site) return
  await savePeerMove(tx, { institution: from, address, site, heard_at: at })
  const administrators = await accountsWithRole(tx, 'administrator')
  await record(tx, {
    at,
    by: { kind: 'partner', institution: from, name: '' },
    about: { kind: 'node', id: from },
    act: 'node.says_moved',
    detail: { address },
    then: administrators.map(({ id }) => mail({ to: { account: id }, ...moveMail(address), path: '/nodes' })),
  })
}

/**
 * The fingerprint of the pair once the move is accepted: what the other office reads on its page. Of the roots it takes those each
 * office has accepted of the other: a new root that only one of them knows would make two fingerprints.
 */
export async function movedFingerprint(
  db: Db,
  own: NodeDocument,
  peer: Peer,
  { address }: Pick<PeerMove, 'address'>,
): Promise<string> {
  const { institution: ror, key, root_certificate: pinned, proposed_at: since } = peer
  const { ours, theirs } = await rootsOfPair(db, { institution: ror, pinned, since })
  const us = { ...own, ror: own.institution.ror, rootCertificate: ours }
  return pairFingerprint(us, { ror, address, key, rootCertificate: theirs })
}

/** The same for every partner that says it moved, by ROR id. */
export async function movedFingerprints(
  db: Db,
  own: NodeDocument,
  { peers, moves }: { peers: Peer[]; moves: PeerMove[] },
): Promise<Record<string, string>> {
  const shown = moves.flatMap((move) => {
    const peer = peers.find(({ institution }) => institution === move.institution)
    return peer ? [movedFingerprint(db, own, peer, move).then((text) => [peer.institution, text] as const)] : []
  })
  return Object.fromEntries(await Promise.all(shown))
}

export interface MoveAcceptance {
  own: NodeDocument
  institution: string
  /** The fingerprint on the page the administrator compared. */
  fingerprint: string
  compared: boolean
  at: Temporal.Instant
}

/** Hears, in the same transaction, that a move was accepted. */
export type HearMove = (tx: Tx, institution: string, by: Visitor, at: Temporal.Instant) => Promise<void>

/** @throws Refusal `not_compared`, `no_such_node`, `fingerprint_changed` */
export async function acceptMove(db: Db, administrator: Visitor, asked: MoveAcceptance, hear: HearMove): Promise<void> {
  const { own, institution, at } = asked
  if (!asked.compared) refusePeer('not_compared', {}, 422)
  await db.transaction().execute(async (tx) => {
    const peer = await lockPeer(tx, institution)
    const move = await findPeerMove(tx, institution)
    if (!peer || !move) return refusePeer('no_such_node', {}, 404)
    const fingerprint = await movedFingerprint(tx, own, peer, move)
    if (fingerprint !== asked.fingerprint) refusePeer('fingerprint_changed')
    const { address, site } = move
    const by = administrator.account.name.latin
    const moved = { ...peer, address, site, fingerprint, confirmed_by: by, confirmed_at: at }
    await savePeer(tx, moved)
    await removePeerMove(tx, institution)
    // A node that moves is its institution's own.
    await saveKeeper(tx, institution, null)
    await hear(tx, institution, administrator, at)
    const then = [pairingEvidence(moved, at)]
    const about = { kind: 'node', id: institution }
    await record(tx, {
      at,
      by: actorOf(administrator),
      about,
      act: 'node.moved',
      detail: { address, fingerprint },
      then,
    })
  })
}

/** On the node that moved: every pair it belongs to has another fingerprint, and every partner is told. */
export async function tellMove(tx: Tx, own: NodeDocument, at: Temporal.Instant): Promise<void> {
  const { address, site } = own
  const us = await ourInstitution(tx)
  const rows = await tx.selectFrom('peer').selectAll().where('confirmed_at', 'is not', null).execute()
  for (const peer of rows) {
    await savePeer(tx, { ...peer, fingerprint: await movedFingerprint(tx, own, peer, peer) })
    const body = { address, site, at: at.toString() }
    const then = [message(peer.institution, 'node.moved', us.ror, body)]
    const about = { kind: 'node', id: peer.institution }
    await record(tx, { at, by: { kind: 'node' }, about, act: 'node.told_move', detail: { address }, then })
  }
}
