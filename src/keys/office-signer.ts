/** The certificates of our office-holders: name, title and university as in the agreement they sign. */
import { type Seat, signerName } from '#src/agreements/index.ts'
import { canonicalHash } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { issueLeaf, openSecret, sealSecret } from '#src/platform/keys/index.ts'
import { localSigner, type Signer } from '#src/platform/pades/index.ts'
import { opened, withKey } from './authority.ts'
import { findCertificate, saveCertificate } from './authority-store.ts'
import { listAddress } from './crl.ts'
import type { KeyHouse } from './house.ts'
import { refuseKeys } from './refusals.ts'
import { rootFor } from './root-for.ts'

/** How long an office-holder's certificate is issued for, and how much of that must be left when it is used. */
const term = Temporal.Duration.from({ hours: 24 * 365 * 2 })
const atLeastLeft = Temporal.Duration.from({ hours: 24 * 30 })

/** A signer for the holder of a seat, under the root the partner knows. @throws Refusal `root_is_away` where a certificate must be issued and cannot be */
export async function signerFor(
  tx: Tx,
  house: KeyHouse,
  { seat, organisation, partner }: { seat: Seat; organisation: string; partner: string },
  now: Temporal.Instant,
): Promise<Signer> {
  const office = { commonName: signerName(seat), title: seat.title.en, organisation }
  const holder = canonicalHash(office)
  const authority = await rootFor(tx, partner)
  const found = await findCertificate(tx, { holder, authority: authority.id }, now.add(atLeastLeft))
  if (found) {
    const privateKeyPem = openSecret(house.secretKey, found.sealed, `office-holder:${holder}`)
    return localSigner({ certificatePem: found.certificate, privateKeyPem })
  }
  const root = withKey(opened(house, authority)) ?? refuseKeys('root_is_away', {}, 503)
  const notAfter = now.add(term)
  const notBefore = now.subtract({ hours: 1 })
  const crl = listAddress(house.publicUrl, authority.id)
  const leaf = await issueLeaf(root, { ...office, algorithm: house.algorithm, notBefore, notAfter, crl })
  await saveCertificate(tx, {
    id: crypto.randomUUID(),
    authority: authority.id,
    holder,
    certificate: leaf.certificatePem,
    sealed: Buffer.from(sealSecret(house.secretKey, leaf.privateKeyPem, `office-holder:${holder}`)),
    not_after: notAfter,
    created_at: now,
  })
  return localSigner(leaf)
}
