/** What a node knows of its partner's log once the two were paired. */
import assert from 'node:assert/strict'
import { verifierKey } from '#src/platform/tlog/index.ts'
import { ownKeys } from '#src/witness/introduce.ts'
import { findLogPeer } from '#src/witness/peer-store.ts'
import type { Desk } from './scene.ts'

/** The very keys with which the partner's log, witness and mirror sign. @throws AssertionError */
export async function knowsLogOf(here: Desk, there: Desk, house: Parameters<typeof ownKeys>[0]): Promise<void> {
  const pinned = await findLogPeer(here.office.database.db, there.office.ror)
  assert.ok(pinned, `${here.office.ror} knows no log of its partner`)
  const told = ownKeys(house)
  const { log, witness, mirror } = pinned
  assert.deepEqual([log, witness, mirror].map(verifierKey), [told.log, told.witness, told.mirror])
}
