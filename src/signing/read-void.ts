/** Whether this node knows that a document was signed in a session that ended: then its signatures count for nothing. */
import { findAgreement } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Verdict } from '#src/platform/pades/index.ts'
import { endingsOf } from './ending-store.ts'
import type { Ending } from './session.ts'
import './tables.ts'

/** @returns how it ended; undefined where the document is not ours, or is the one that stands */
export async function voidOf(db: Db, { revisionZeroSha256: document }: Verdict): Promise<Ending | undefined> {
  if (!document) return undefined
  const sessions = await db
    .selectFrom('signing_session')
    .select(['id', 'agreement', 'state'])
    .where('document_hash', '=', document)
    .orderBy('attempt', 'desc')
    .execute()
  const [last] = sessions
  if (!last || sessions.some(({ state }) => state !== 'ended')) return undefined
  const agreement = await findAgreement(db, last.agreement)
  return agreement?.concludedAt ? undefined : (await endingsOf(db, last.id)).at(-1)
}
