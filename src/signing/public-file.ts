/** The signed file of a concluded agreement, for whoever may have it: the caller has decided that. */
import { findAgreement } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { signedHash } from './signed-file.ts'
import { sessionsOf } from './store.ts'

/** @returns the file with its SHA-256; undefined before the agreement is concluded */
export async function signedFileOf(db: Db, id: string): Promise<{ sha256: string; bytes: Uint8Array } | undefined> {
  const agreement = await findAgreement(db, id)
  if (agreement?.state !== 'concluded') return undefined
  const session = (await sessionsOf(db, id)).find(({ state }) => state !== 'ended')
  const sha256 = await signedHash(db, { session, agreement })
  const file = sha256 && (await getFile(db, sha256))
  return file ? { sha256: sha256!, bytes: file.bytes } : undefined
}
