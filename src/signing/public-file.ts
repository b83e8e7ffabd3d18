/** The signed file of a concluded agreement, for whoever may have it: the caller has decided that. */
import { findAgreement } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { progressOf } from './progress-store.ts'
import type { Consent } from './session.ts'
import { signedHash } from './signed-file.ts'
import { sessionsOf } from './store.ts'

/** The consents behind a concluded agreement's signatures, in the order of signing. */
export async function consentsOf(
  db: Db,
  id: string,
): Promise<Pick<Consent, 'seat' | 'statement' | 'assertion' | 'at'>[]> {
  const agreement = await findAgreement(db, id)
  const session = (await sessionsOf(db, id)).find(({ state }) => state === 'concluded')
  if (!agreement || !session) return []
  const { consents, seats } = await progressOf(db, session, agreement.version)
  const order = (seat: string) => seats.findIndex((s) => s.id === seat)
  return consents
    .toSorted((a, b) => order(a.seat) - order(b.seat))
    .map(({ seat, statement, assertion, at }) => ({ seat, statement, assertion, at }))
}

/** @returns the file with its SHA-256; undefined before the agreement is concluded */
export async function signedFileOf(db: Db, id: string): Promise<{ sha256: string; bytes: Uint8Array } | undefined> {
  const agreement = await findAgreement(db, id)
  if (agreement?.state !== 'concluded') return undefined
  const session = (await sessionsOf(db, id)).find(({ state }) => state !== 'ended')
  const sha256 = await signedHash(db, { session, agreement })
  const file = sha256 && (await getFile(db, sha256))
  return file ? { sha256: sha256!, bytes: file.bytes } : undefined
}
