/** Ends an account: nobody signs in with it any more, and whoever is signed in is so no longer. */
import type { Tx } from '#src/platform/database/tables.ts'
import { type Actor, record } from '#src/platform/record.ts'
import { keepAnAdministrator } from './change-roles.ts'
import { newsOfPeople } from './news.ts'
import './tables.ts'

export interface AccountEnding {
  account: string
  reason?: string
  by: Actor
  now: Temporal.Instant
}

/** Ends an account and its sessions; one already ended is nothing to do. @throws Refusal last_administrator */
export async function endAccount(tx: Tx, { account, reason = '', by, now }: AccountEnding): Promise<void> {
  await keepAnAdministrator(tx, account)
  const ended = await tx
    .updateTable('account')
    .set({ ended_at: now })
    .where('id', '=', account)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) return
  await tx.deleteFrom('session').where('account_id', '=', account).execute()
  const about = { kind: 'account', id: account }
  await record(tx, {
    at: now,
    by,
    about,
    act: 'account.ended',
    detail: { reason },
    then: [newsOfPeople('account.ended', account)],
  })
}
