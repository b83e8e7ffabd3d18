/** The honest agreement with time-stamps in its signatures, and with all that preserves it. */
import 'reflect-metadata'
import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { algorithmOf, type KeyPair } from '#src/platform/keys/index.ts'
import {
  addMaterial,
  addStamp,
  declareFields,
  fillField,
  localSigner,
  type StampSource,
} from '#src/platform/pades/index.ts'
import { answerRequest, formatRequest, issueStampCertificate, tokenIn } from '#src/platform/timestamp/index.ts'
import { type Honest, makeHonest, type Side } from './honest.ts'

const from = (text: string) => Temporal.Instant.from(text)

export interface Stamped extends Honest {
  /** What each side stamps with. */
  authorities: [KeyPair, KeyPair]
  /** Each signature with a stamp by the other side. */
  signed: Uint8Array
  /** With certificates and lists, and a stamp over it all. */
  preserved: Uint8Array
  preservedAt: Temporal.Instant
  /** DER of each root's revocation list; nothing is revoked. */
  lists: Uint8Array[]
}

/** A source that stamps at a time of its own. */
export function stampsAt(authority: KeyPair, at: Temporal.Instant): StampSource {
  const request = (imprint: Uint8Array) => formatRequest({ imprint, certificateWanted: true })
  return { room: 3072, ask: async (imprint) => tokenIn(answerRequest(request(imprint), authority, at)) }
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** A root's list of revoked certificates. @returns DER */
export async function listOf(
  authority: KeyPair,
  at: Temporal.Instant,
  revoked: { certificatePem: string; since: Temporal.Instant }[] = [],
): Promise<Uint8Array> {
  const algorithm = algorithmOf(authority.certificatePem) === 'rsa-3072' ? rsa : ecdsa
  const der = createPrivateKey(authority.privateKeyPem).export({ type: 'pkcs8', format: 'der' })
  const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)
  const list = await x509.X509CrlGenerator.create({
    issuer: new x509.X509Certificate(authority.certificatePem).subjectName,
    thisUpdate: date(at),
    nextUpdate: date(at.add({ hours: 24 * 7 })),
    signingAlgorithm: algorithm,
    signingKey: (await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])) as CryptoKey,
    entries: revoked.map(({ certificatePem, since }) => ({
      serialNumber: new X509Certificate(certificatePem).serialNumber,
      revocationDate: date(since),
      reason: x509.X509CrlReason.keyCompromise,
    })),
  })
  return new Uint8Array(list.rawData)
}

export const stampTerm = { notBefore: from('2026-01-01T00:00:00Z'), notAfter: from('2028-01-01T00:00:00Z') }

/** What each side stamps with. */
export const issuedStamps = (sides: Side[], term = stampTerm): Promise<KeyPair[]> =>
  Promise.all(sides.map(({ authority, field }) => issueStampCertificate(authority, { name: field, ...term })))

/**
 * Signs again, each signature stamped by the other side a second later, and preserves it a minute after the last.
 * @param notAfter of all certificates but the roots'
 */
export async function makeStamped(notAfter?: Temporal.Instant): Promise<Stamped> {
  const honest = await makeHonest(notAfter)
  const { sides, signedAt } = honest
  const [first, second] = await issuedStamps(sides, { ...stampTerm, ...(notAfter && { notAfter }) })
  const authorities: Stamped['authorities'] = [first!, second!]
  const signed = await signedBy(honest, (i) => stampsAt(authorities[1 - i]!, signedAt[i].add({ seconds: 1 })))
  const preservedAt = signedAt[1].add({ minutes: 1 })
  const lists = await Promise.all(sides.map(({ authority }) => listOf(authority, signedAt[0].subtract({ hours: 1 }))))
  const preserved = await preserve(honest, signed, { lists, authority: authorities[0], at: preservedAt })
  return { ...honest, authorities, signed, preserved, preservedAt, lists }
}

/** Both sides sign, with a stamp from wherever is said. */
export async function signedBy(honest: Honest, stamp: (i: 0 | 1) => StampSource | undefined): Promise<Uint8Array> {
  let file: Uint8Array = declareFields(honest.declaration)
  for (const i of [0, 1] as const) {
    const { field, leaf } = honest.sides[i]
    const variant = i === 0 ? 'passkey' : 'code'
    const signer = localSigner(leaf)
    file = await fillField({ previous: file, field, variant, signedAt: honest.signedAt[i], signer, stamp: stamp(i) })
  }
  return file
}

export async function preserve(
  { sides }: Honest,
  file: Uint8Array,
  { lists, authority, at }: { lists: Uint8Array[]; authority: KeyPair; at: Temporal.Instant },
): Promise<Uint8Array> {
  const certificates = sides.map((side) => new X509Certificate(side.authority.certificatePem).raw)
  return (await addStamp(addMaterial(file, { certificates, lists }), stampsAt(authority, at)))!
}
