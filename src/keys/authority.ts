/** This node's root: made once and sealed, the same ever after, until two administrators replace it. Its key may be away. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { createAuthority, fingerprint, type KeyPair, openSecret, sealSecret } from '#src/platform/keys/index.ts'
import { findAuthority, saveAuthority } from './authority-store.ts'
import type { KeyHouse } from './house.ts'
import type { AuthorityTable } from './tables.ts'

export interface Authority {
  /** SHA-256 of the certificate. */
  id: string
  certificatePem: string
  /** Null while the key lies in the vault. */
  privateKeyPem: string | null
}

const context = 'signing-authority'

/** The root in use; made when first asked for. */
export async function ownAuthority(db: Db, house: KeyHouse, now: Temporal.Instant): Promise<Authority> {
  const found = await findAuthority(db)
  if (found) return opened(house, found)
  const { name, country, algorithm } = house
  const made = await createAuthority({ name, country, algorithm, notBefore: now.subtract({ hours: 24 }) })
  await db.transaction().execute((tx) => keepAuthority(tx, house, made, now))
  return opened(house, (await findAuthority(db))!)
}

/** Seals and saves a new root. @returns its id */
export async function keepAuthority(tx: Tx, house: KeyHouse, made: KeyPair, at: Temporal.Instant): Promise<string> {
  const id = fingerprint(made.certificatePem)
  await saveAuthority(tx, { id, certificate: made.certificatePem, sealed: sealedKey(house, made), created_at: at })
  return id
}

export const sealedKey = ({ secretKey }: KeyHouse, { privateKeyPem }: Pick<KeyPair, 'privateKeyPem'>): Buffer =>
  Buffer.from(sealSecret(secretKey, privateKeyPem, context))

/** @throws Refusal `secret_unreadable` where the secret key is another than the root was sealed with */
export function opened({ secretKey }: KeyHouse, { id, certificate, sealed }: AuthorityTable): Authority {
  const privateKeyPem = sealed && openSecret(secretKey, sealed, context)
  return { id, certificatePem: certificate, privateKeyPem }
}

/** With its key; undefined while that is away. */
export function withKey({ certificatePem, privateKeyPem }: Authority): KeyPair | undefined {
  return privateKeyPem === null ? undefined : { certificatePem, privateKeyPem }
}
