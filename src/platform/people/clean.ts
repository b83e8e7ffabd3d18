/** Clears away what has run out. */
import type { Db } from '#src/platform/database/tables.ts'
import './tables.ts'

const lapsing = ['session', 'sign_in_link', 'webauthn_challenge', 'mailed_code', 'oidc_attempt'] as const

/**
 * Deletes sessions, links, challenges, codes and attempts that expired a day ago or earlier, and counters whose window is
 * over. The day is there so that "this link has expired" can still be said instead of "unknown".
 */
export async function cleanPeople(db: Db, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: 24 })
  for (const table of lapsing) await db.deleteFrom(table).where('expires_at', '<', before).execute()
  await db.deleteFrom('rate_limit').where('ends_at', '<', now).execute()
}
