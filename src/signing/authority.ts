/** This node's certificate authority, made once, and the certificates it issues to its office-holders. */
import { type Seat, signerName } from '#src/agreements/index.ts'
import { canonicalHash } from '#src/platform/canonical.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import {
  createAuthority,
  issueLeaf,
  type KeyAlgorithm,
  type KeyPair,
  openSecret,
  sealSecret,
} from '#src/platform/keys/index.ts'
import { localSigner, type Signer } from '#src/platform/pades/index.ts'
import { findAuthority, findCertificate, saveAuthority, saveCertificate } from './authority-store.ts'

export interface AuthorityHouse {
  secretKey: Uint8Array
  algorithm: KeyAlgorithm
  name: string
  country?: string
}

/** How long an office-holder's certificate is issued for, and how much of that must be left when it is used. */
const term = Temporal.Duration.from({ hours: 24 * 365 * 2 })
const atLeastLeft = Temporal.Duration.from({ hours: 24 * 30 })

/** The node's root certificate and key; made and sealed when first asked for, the same ever after. */
export async function ownAuthority(db: Db, house: AuthorityHouse, now: Temporal.Instant): Promise<KeyPair> {
  const found = await findAuthority(db)
  if (found) return opened(house, found)
  const { name, country, algorithm } = house
  const made = await createAuthority({ name, country, algorithm, notBefore: now.subtract({ hours: 24 }) })
  const sealed = Buffer.from(sealSecret(house.secretKey, made.privateKeyPem, 'signing-authority'))
  await db
    .transaction()
    .execute((tx) => saveAuthority(tx, { certificate: made.certificatePem, sealed, created_at: now }))
  return opened(house, (await findAuthority(db))!)
}

function opened({ secretKey }: AuthorityHouse, row: { certificate: string; sealed: Buffer }): KeyPair {
  return { certificatePem: row.certificate, privateKeyPem: openSecret(secretKey, row.sealed, 'signing-authority') }
}

/** A signer for the holder of a seat: name, title and university of the certificate are the seat's. */
export async function signerFor(
  tx: Tx,
  house: AuthorityHouse,
  authority: KeyPair,
  { seat, organisation }: { seat: Seat; organisation: string },
  now: Temporal.Instant,
): Promise<Signer> {
  const office = { commonName: signerName(seat), title: seat.title.en, organisation }
  const holder = canonicalHash(office)
  const found = await findCertificate(tx, holder, now.add(atLeastLeft))
  if (found) {
    const privateKeyPem = openSecret(house.secretKey, found.sealed, `office-holder:${holder}`)
    return localSigner({ certificatePem: found.certificate, privateKeyPem })
  }
  const notBefore = now.subtract({ hours: 1 })
  const leaf = await issueLeaf(authority, { ...office, algorithm: house.algorithm, notBefore, notAfter: now.add(term) })
  const sealed = Buffer.from(sealSecret(house.secretKey, leaf.privateKeyPem, `office-holder:${holder}`))
  const id = crypto.randomUUID()
  await saveCertificate(tx, {
    id,
    holder,
    certificate: leaf.certificatePem,
    sealed,
    not_after: now.add(term),
    created_at: now,
  })
  return localSigner(leaf)
}
