/** A node that goes on under another name: whoever was signed in under the old one is so no more, and passkeys are the old name's. */
import type { Tx } from '#src/platform/database/tables.ts'
import { queue } from '#src/platform/record.ts'
import { newsOfPeople } from './news.ts'
import './tables.ts'

/** @param hostname the new name; passkeys made for it stay */
export async function forgetSignIns(tx: Tx, hostname: string, now: Temporal.Instant): Promise<void> {
  for (const table of ['session', 'sign_in_link', 'webauthn_challenge', 'mailed_code', 'oidc_attempt'] as const)
    await tx.deleteFrom(table).execute()
  const removed = await tx
    .updateTable('passkey')
    .set({ removed_at: now })
    .where('removed_at', 'is', null)
    .where('rp_id', '!=', hostname)
    .returning('account_id')
    .execute()
  const accounts = [...new Set(removed.map(({ account_id }) => account_id))]
  if (accounts.length > 0)
    await queue(
      tx,
      now,
      accounts.map((id) => newsOfPeople('passkey.removed', id)),
    )
}
