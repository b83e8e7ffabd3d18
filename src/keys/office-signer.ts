/** Who signs for an office-holder: a certificate of their own where one was chosen, else one of ours, made when it is needed. */
import { type Seat, signerName } from '#src/agreements/index.ts'
import { canonicalHash } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { issueLeaf, openSecret, sealSecret } from '#src/platform/keys/index.ts'
import { localSigner, type Signer } from '#src/platform/pades/index.ts'
import { opened, withKey } from './authority.ts'
import { authorities, findCertificate, saveCertificate } from './authority-store.ts'
import { ownContext } from './choose-signer.ts'
import { listAddress } from './crl.ts'
import type { KeyHouse } from './house.ts'
import { ownSigner, secretShape } from './own-certificate.ts'
import { findOwnCertificate } from './own-certificate-store.ts'
import { postEnd } from './post-end.ts'
import { refuseKeys } from './refusals.ts'
import { rootFor } from './root-for.ts'
import { announcements } from './root-store.ts'
import type { AuthorityTable } from './tables.ts'

/** How long an office-holder's certificate is issued for, and how much of that must be left when it is used. */
const term = Temporal.Duration.from({ hours: 24 * 365 * 2 })
const atLeastLeft = Temporal.Duration.from({ hours: 24 * 30 })

export interface Signing {
  seat: Seat
  organisation: string
  partner: string
}

/**
 * A signer for the holder of a seat, under a root the partner knows.
 * @throws Refusal `post_has_ended` for an office the register says was left; `root_is_away` where a certificate must be issued and cannot be
 */
export async function signerFor(tx: Tx, house: KeyHouse, signing: Signing, now: Temporal.Instant): Promise<Signer> {
  const { seat, organisation, partner } = signing
  const end = await postEnd(tx, { latin: seat.name.latin, title: seat.title.en })
  const name = signerName(seat)
  if (end && Temporal.Instant.compare(end, now) <= 0) refuseKeys('post_has_ended', { name })
  const own = await chosenSigner(tx, house, { name, partner }, now)
  if (own) return own
  const office = { commonName: name, title: seat.title.en, organisation }
  const holder = canonicalHash(office)
  const authority = await rootFor(tx, partner)
  const enough = earlier(now.add(atLeastLeft), end)
  const found = await findCertificate(tx, { holder, authority: authority.id }, enough)
  if (!found) return issue(tx, house, { authority, holder, office, seat, notAfter: earlier(now.add(term), end) }, now)
  const privateKeyPem = openSecret(house.secretKey, found.sealed, `office-holder:${holder}`)
  return localSigner({ certificatePem: found.certificate, privateKeyPem })
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant | undefined): Temporal.Instant =>
  other && Temporal.Instant.compare(other, one) < 0 ? other : one

/** A certificate of one's own counts with a partner that accepted its root, or where the root is ours. */
async function chosenSigner(
  tx: Tx,
  house: KeyHouse,
  { name, partner }: { name: string; partner: string },
  now: Temporal.Instant,
): Promise<Signer | undefined> {
  const row = await findOwnCertificate(tx, name, now)
  if (!row) return undefined
  const ours = (await authorities(tx)).some(({ id }) => id === row.root_id)
  const asked = (await announcements(tx)).find((a) => a.authority === row.root_id && a.institution === partner)
  if (!ours && asked?.answer !== 'accepted') return undefined
  const secret = secretShape.parse(JSON.parse(openSecret(house.secretKey, row.sealed, ownContext(row.id))))
  return ownSigner(house, row, secret)
}

interface Issue {
  authority: AuthorityTable
  holder: string
  office: { commonName: string; title: string; organisation: string }
  seat: Seat
  notAfter: Temporal.Instant
}

async function issue(tx: Tx, house: KeyHouse, asked: Issue, now: Temporal.Instant): Promise<Signer> {
  const { authority, holder, office, seat, notAfter } = asked
  const root = withKey(opened(house, authority)) ?? refuseKeys('root_is_away', {}, 503)
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
    name_latin: seat.name.latin,
    title_en: seat.title.en,
  })
  return localSigner(leaf)
}
