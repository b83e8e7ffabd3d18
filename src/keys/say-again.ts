/**
 * Our database was set back to before some of our own messages about keys; the partner's node has given them back, each with our own
 * signature. What was revoked is revoked again, a list keeps its number, a root that was accepted counts.
 */
import type { z } from 'zod'
import { sha256 } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { readRevocationList, serialOf } from '#src/platform/keys/index.ts'
import { NotYet, type Sent } from '#src/platform/messages.ts'
import { authorities, certificates, endCertificate, lockAuthority } from './authority-store.ts'
import { latestList, saveList, saveRevocation } from './crl-store.ts'
import { refuseKeys } from './refusals.ts'
import { lockPartnerRoot, saveRootDecision } from './root-store.ts'
import type { answerShape, listShape, revokedShape } from './wire.ts'

type Body<Shape extends z.ZodType> = z.infer<Shape>

/** A list made since under the same number stays; the next one is numbered after the higher. */
export async function sayListAgain(tx: Tx, { authority, der: sent }: Body<typeof listShape>): Promise<void> {
  const root = (await authorities(tx)).find(({ id }) => id === authority)
  const der = Buffer.from(sent, 'base64')
  const list = root && (await readRevocationList(der, root.certificate))
  if (!root || !list) return refuseKeys('list_not_acceptable', {}, 422)
  await lockAuthority(tx, authority)
  if (list.number <= ((await latestList(tx, authority))?.number ?? 0)) return
  const { number, thisUpdate: this_update, nextUpdate: next_update, serials } = list
  await saveList(tx, { authority, number, sha256: sha256(der), der, entries: serials.length, this_update, next_update })
}

export async function sayRevokedAgain(
  tx: Tx,
  { authority, serial, why, at }: Body<typeof revokedShape>,
): Promise<void> {
  const revoked_at = Temporal.Instant.from(at)
  if (!(await lockAuthority(tx, authority))) return refuseKeys('root_unknown', {}, 404)
  await saveRevocation(tx, { authority, serial, reason: why, revoked_at })
  const all = await certificates(tx)
  const one = all.find((c) => c.authority === authority && serialOf(c.certificate) === serial)
  if (one) await endCertificate(tx, one.id, revoked_at)
}

export async function sayRootAnswerAgain(
  tx: Tx,
  { to: institution, at }: Sent,
  { authority, answer: decision }: Body<typeof answerShape>,
): Promise<void> {
  const root = await lockPartnerRoot(tx, institution, authority)
  if (!root) throw new NotYet('root_not_announced_here')
  if (root.decision === null) await saveRootDecision(tx, root, { decision, byName: '', reason: '', at })
}
