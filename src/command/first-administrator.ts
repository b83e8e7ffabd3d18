/** An empty node gets its first administrator from the configuration, who then invites everyone else. */
import type { Config } from '#src/config.ts'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { addAccount, listAccounts } from '#src/platform/people/index.ts'

/** @throws CannotStart where there are no accounts and ADMINISTRATOR_EMAIL is not set */
export async function firstAdministrator(db: Db, config: Config, now: Temporal.Instant): Promise<void> {
  if ((await listAccounts(db)).length > 0) return
  const email = config.administratorEmail
  if (!email) throw new CannotStart('ADMINISTRATOR_EMAIL must be set for the first start: nobody has an account yet.')
  const name = { latin: email.split('@')[0]!, native: null }
  const roles = [{ name: 'administrator' as const, scope: '' }]
  await db
    .transaction()
    .execute((tx) => addAccount(tx, { email, name, language: 'en', roles, by: { kind: 'node' }, now, invite: true }))
}
