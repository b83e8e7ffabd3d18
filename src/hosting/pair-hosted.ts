/** Pairs our node with one we run for a partner. Both are ours to start, so nobody need compare what both know. */
import { findConfirmedPeer, type NodeDocument, pinPeer } from '#src/federation/index.ts'
import { findPartnership, startPartnership } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'

interface Half {
  db: Db
  document: NodeDocument
}

/** Repeatable: what is pinned as it should be stays. */
export async function pairHosted(ours: Half, theirs: Half, at: Temporal.Instant): Promise<void> {
  const by = ours.document.institution.name.en
  for (const [here, there] of [
    [ours, theirs],
    [theirs, ours],
  ] as const) {
    const peer = there.document
    const known = await findConfirmedPeer(here.db, peer.institution.ror)
    if (known?.key === peer.key && known.address === peer.address) continue
    await here.db.transaction().execute((tx) => pinPeer(tx, { own: here.document, peer, by, at }))
  }
  await samePartnership(ours, theirs)
}

/** The partnership begins on their half as it stands on ours. */
async function samePartnership(ours: Half, theirs: Half): Promise<void> {
  const us = ours.document.institution.ror
  const tie = await findPartnership(ours.db, theirs.document.institution.ror)
  if (!tie || (await findPartnership(theirs.db, us))) return
  const { state, since } = tie
  await theirs.db
    .transaction()
    .execute((tx) => startPartnership(tx, { id: crypto.randomUUID(), partner: us, state, since }))
}
