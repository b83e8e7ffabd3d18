/** What partners say about our roots and their certificates: noted, and shown to administrators. */
import type { z } from 'zod'
import type { Tx } from '#src/platform/database/tables.ts'
import type { Received } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import { saveAnnouncementAnswer } from './root-store.ts'
import type { answerShape, revokedShape } from './wire.ts'

/** The partner accepted our root, or did not: from now on it gets what is signed under it, or still under the old one. */
export async function receiveRootAnswer(
  tx: Tx,
  { from: institution, at }: Received,
  { authority, answer }: z.infer<typeof answerShape>,
): Promise<void> {
  if (!(await saveAnnouncementAnswer(tx, { authority, institution }, { answer, at }))) return
  const by = { kind: 'partner' as const, institution, name: '' }
  await record(tx, { at, by, about: { kind: 'keys', id: authority }, act: `keys.root_${answer}_there` })
}

/** The list that says so comes by itself; this comes also where their root's key is away. */
export async function receiveRevoked(
  tx: Tx,
  { from: institution, at }: Received,
  { authority, serial, why }: z.infer<typeof revokedShape>,
): Promise<void> {
  const by = { kind: 'partner' as const, institution, name: '' }
  const about = { kind: 'node', id: institution }
  await record(tx, { at, by, about, act: 'keys.revoked_there', detail: { authority, serial, why } })
}
