/** The first's node is reached at another address since its last start; the second's administrator compares and accepts. */
import assert from 'node:assert/strict'
import { acceptMove, movedFingerprint } from '#src/federation/move-peer.ts'
import { findPeerMove } from '#src/federation/peer-move-store.ts'
import { findConfirmedPeer } from '#src/federation/store.ts'
import { type Desk, type Scene, visitor } from './scene.ts'
import type { Which } from './schedule.ts'

export async function acceptAddress({ node, which, sites, at }: Scene): Promise<string | undefined> {
  if (which === 'first') return undefined
  const { db } = node.office.database
  const institution = Object.keys(sites).find((ror) => ror !== node.office.ror)!
  const move = await findPeerMove(db, institution)
  if (!move) return undefined
  const own = node.own.document
  const peer = (await findConfirmedPeer(db, institution))!
  const fingerprint = await movedFingerprint(db, own, peer, move)
  const asked = { own, institution, fingerprint, compared: true, at }
  await acceptMove(db, await visitor(node, 'administrator'), asked, async () => {})
  return 'address accepted'
}

/** The second sends to where the first is, and both read the same fingerprint. */
export async function foundAgain({ first, second }: Record<Which, Desk>): Promise<void> {
  const theirs = (await findConfirmedPeer(second.office.database.db, first.office.ror))!
  const ours = (await findConfirmedPeer(first.office.database.db, second.office.ror))!
  assert.equal(theirs.address, first.address)
  assert.equal(await findPeerMove(second.office.database.db, first.office.ror), undefined)
  assert.equal(ours.fingerprint, theirs.fingerprint)
}
