/** Which file is the agreement as far as it is signed. */
import type { Db } from '#src/platform/database/tables.ts'
import { preservationsOf } from './preservation-store.ts'
import { progressOf } from './progress-store.ts'
import type { Session } from './session.ts'

/** @returns undefined where nothing of it is signed; the signatures of a session that ended count for nothing */
export async function signedHash(
  db: Db,
  { session, agreement }: { session: Session | undefined; agreement: { version: number } },
): Promise<string | undefined> {
  if (!session || session.state === 'ended') return undefined
  const preserved = (await preservationsOf(db, session.id)).at(-1)?.sha256
  return preserved ?? (await progressOf(db, session, agreement.version)).revisions.at(-1)?.sha256
}
