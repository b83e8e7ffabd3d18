/** A partner publishes a list of revoked certificates: kept if a root of theirs signed it, and it is newer than ours. */
import type { z } from 'zod'
import type { Tx } from '#src/platform/database/tables.ts'
import { certificatesOf, fingerprint, readRevocationList } from '#src/platform/keys/index.ts'
import type { Received } from '#src/platform/messages.ts'
import { savePartnerList } from './crl-store.ts'
import type { RootOf } from './messages.ts'
import { refuseKeys } from './refusals.ts'
import { findAnnounced } from './root-store.ts'
import type { listShape } from './wire.ts'

/**
 * The first list of a new root comes before anybody here can have accepted that root, or while somebody does, or after somebody refused
 * it at first. It is kept as well, and counts once the root is accepted: refused, it would be missing until the next is made.
 * @throws Refusal `not_the_partner`, `list_not_acceptable`
 */
export async function receiveList(
  rootOf: RootOf,
  tx: Tx,
  { from: institution, at }: Received,
  { authority, der: sent }: z.infer<typeof listShape>,
): Promise<void> {
  const pinned = (await rootOf(tx, institution)) ?? refuseKeys('not_the_partner', {}, 403)
  const root =
    certificatesOf(pinned).find((pem) => fingerprint(pem) === authority) ??
    (await findAnnounced(tx, institution, authority))
  const der = Buffer.from(sent, 'base64')
  const list = root && (await readRevocationList(der, root))
  if (!list) return refuseKeys('list_not_acceptable', {}, 422)
  const { number, thisUpdate: this_update, nextUpdate: next_update } = list
  await savePartnerList(tx, { institution, authority, number, der, this_update, next_update, received_at: at })
}
