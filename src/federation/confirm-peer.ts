/** An administrator confirms that the other office reads the same fingerprint: from now on the two nodes talk. */
import { findInstitution, ourInstitution, startPartnership } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { pairingEvidence } from './log-evidence.ts'
import { refusePeer } from './peer.ts'
import { confirmPeerRow, lockPeer, removePeer, wasTalkedTo } from './store.ts'

export interface Confirmation {
  institution: string
  /** The fingerprint on the page the administrator compared. */
  fingerprint: string
  /** The administrator ticked that the other office reads the same. */
  compared: boolean
  at: Temporal.Instant
}

/** Repeatable. @throws Refusal `not_compared`, or `fingerprint_changed` where the node's keys changed since the page was shown */
export async function confirmPeer(db: Db, administrator: Visitor, confirmation: Confirmation): Promise<void> {
  const { institution, fingerprint, compared, at } = confirmation
  if (!compared) refusePeer('not_compared', {}, 422)
  await db.transaction().execute(async (tx) => {
    const peer = (await lockPeer(tx, institution)) ?? refusePeer('no_such_node', {}, 404)
    if (peer.fingerprint !== fingerprint) refusePeer('fingerprint_changed')
    if (peer.confirmed_at) return
    await confirmPeerRow(tx, institution, administrator.account.name.latin, at)
    const zone = (await ourInstitution(tx)).zone
    const since = at.toZonedDateTimeISO(zone).toPlainDate().toString()
    await startPartnership(tx, { id: crypto.randomUUID(), partner: institution, state: 'prospect', since })
    const about = { kind: 'node', id: institution }
    const known = await findInstitution(tx, institution)
    const then = [pairingEvidence(peer, at, known?.keptBy)]
    await record(tx, { at, by: actorOf(administrator), about, act: 'node.confirmed', detail: { fingerprint }, then })
  })
}

/** Takes back a proposal nobody confirmed. A node that was confirmed once stays, whatever it shows now: agreements rest on it. */
export async function withdrawPeer(
  db: Db,
  administrator: Visitor,
  { institution, at }: { institution: string; at: Temporal.Instant },
) {
  await db.transaction().execute(async (tx) => {
    const peer = await lockPeer(tx, institution)
    if (!peer || peer.confirmed_at) refusePeer('no_such_node', {}, 404)
    if (await wasTalkedTo(tx, institution)) refusePeer('node_was_talked_to')
    await removePeer(tx, institution)
    await record(tx, { at, by: actorOf(administrator), about: { kind: 'node', id: institution }, act: 'node.removed' })
  })
}
