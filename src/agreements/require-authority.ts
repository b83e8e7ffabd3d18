/** Whoever signs for us must be allowed to sign an agreement of this type, risk and value. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import type { Account } from '#src/platform/people/index.ts'
import { maySign, signAuthorities } from '#src/procedures/index.ts'
import { type Agreement, refuse } from './agreement.ts'
import { classOf } from './class-store.ts'

/** @throws Refusal `may_not_sign` where the house named who may sign, and this account may not sign this agreement today */
export async function requireAuthority(
  tx: Tx,
  agreement: Agreement,
  account: Account,
  at: Temporal.Instant,
): Promise<void> {
  const all = await signAuthorities(tx)
  if (all.length === 0) return
  const us = await ourInstitution(tx)
  const day = at.toZonedDateTimeISO(us.zone).toPlainDate()
  if (!maySign(all, account.id, await classOf(tx, agreement), day)) refuse('may_not_sign', { who: account.name.latin })
}
