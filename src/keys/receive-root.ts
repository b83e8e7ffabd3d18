/** A partner announces another root: kept beside the pinned one, believed by nobody until an administrator accepts it. */
import type { z } from 'zod'
import type { Tx } from '#src/platform/database/tables.ts'
import { certificatesOf, fingerprint } from '#src/platform/keys/index.ts'
import type { Received } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import type { RootOf } from './messages.ts'
import { refuseKeys } from './refusals.ts'
import { isVouchedFor, rootId } from './root-statement.ts'
import { savePartnerRoot } from './root-store.ts'
import type { rootShape } from './wire.ts'

/**
 * A signature of an old root that does not hold is refused for good: whoever sends it means to deceive.
 * @throws Refusal `not_the_partner`, `root_not_acceptable`
 */
export async function receiveRoot(
  rootOf: RootOf,
  tx: Tx,
  { from: institution, at }: Received,
  { certificate, old, signature }: z.infer<typeof rootShape>,
): Promise<void> {
  const pinned = certificatesOf((await rootOf(tx, institution)) ?? refuseKeys('not_the_partner', {}, 403))
  const authority = rootId(certificate) ?? refuseKeys('root_not_acceptable', {}, 422)
  const before = pinned.find((pem) => fingerprint(pem) === old)
  if (signature !== null) {
    const holds = before && isVouchedFor(before, { institution, old: old!, next: authority }, signature)
    if (!holds) refuseKeys('root_not_acceptable', {}, 422)
  }
  const vouched = signature !== null
  const isNew = await savePartnerRoot(tx, { institution, authority, certificate, old, vouched, received_at: at })
  if (!isNew) return
  await record(tx, {
    at,
    by: { kind: 'partner', institution, name: '' },
    about: { kind: 'node', id: institution },
    act: 'keys.root_announced',
    detail: { authority, old, vouched },
  })
}
