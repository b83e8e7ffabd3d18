/** From an administrator's request to one account of the house, or not. */
import type { Context } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import type { Actor } from '#src/platform/record.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { actorOf, type ListedAccount, listAccounts } from './accounts.ts'
import { requireRole } from './read-visitor.ts'
import { refuse } from './refusals.ts'

/**
 * Administrators see every account; only to one in use is anything given.
 * @throws Refusal sign_in_first, role_needed, not_found
 */
export async function houseAccount(
  db: Db,
  c: Context<WebEnv>,
  id: string,
  which: 'any' | 'in use' = 'any',
): Promise<{ listed: ListedAccount; by: Actor }> {
  const by = actorOf(requireRole(c, 'administrator'))
  const listed = (await listAccounts(db)).find((a) => a.account.id === id)
  if (!listed || (which === 'in use' && listed.endedAt)) return refuse('not_found', {}, 404)
  return { listed, by }
}
