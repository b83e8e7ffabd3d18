/** A node's certificate authority and the certificates it issues to office-holders (RFC 5280). */
import 'reflect-metadata'
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { generation, type KeyAlgorithm, signing } from './algorithms.ts'

export interface KeyPair {
  certificatePem: string
  /** PKCS#8, unencrypted: seal it before it is stored. */
  privateKeyPem: string
}

export interface Validity {
  notBefore: Temporal.Instant
  notAfter: Temporal.Instant
}

/** RFC 9336; some validators (NSS among them) trust a signer only with emailProtection beside it. */
const documentSigning = '1.3.6.1.5.5.7.3.36'
const emailProtection = x509.ExtendedKeyUsage.emailProtection

const { KeyUsageFlags } = x509
const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)
/** Sixteen octets, the first below 0x80 so that the number is positive, and not 0, so that it keeps its length. RFC 5280 allows twenty. */
const randomSerial = () =>
  Buffer.concat([Buffer.from([0x40 + (randomBytes(1)[0]! & 0x3f)]), randomBytes(15)]).toString('hex')

async function newKeys(algorithm: KeyAlgorithm): Promise<CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(generation[algorithm], true, ['sign', 'verify'])) as CryptoKeyPair
}

async function pemOf(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key as webcrypto.CryptoKey), 'PRIVATE KEY')
}

/**
 * Creates a root certificate: self-signed, may sign certificates and revocation lists, no authorities below it.
 * @param given.notAfter thirty years after `notBefore` unless given
 */
export async function createAuthority(given: {
  name: string
  /** ISO 3166 two-letter code. */
  country?: string
  algorithm: KeyAlgorithm
  notBefore: Temporal.Instant
  notAfter?: Temporal.Instant
}): Promise<KeyPair> {
  const keys = await newKeys(given.algorithm)
  const subject: x509.JsonName = [
    { CN: [given.name] },
    { O: [given.name] },
    ...(given.country ? [{ C: [given.country] }] : []),
  ]
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(),
    name: new x509.Name(subject),
    notBefore: date(given.notBefore),
    notAfter: date(given.notAfter ?? given.notBefore.add({ hours: 24 * 365 * 30 })),
    keys,
    signingAlgorithm: signing[given.algorithm],
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificatePem: certificate.toString('pem'), privateKeyPem: await pemOf(keys.privateKey) }
}

export interface LeafRequest extends Validity {
  /** The name as it shall be read, native script and Latin: `王小明 Wang Xiaoming`. */
  commonName: string
  /** The title held. */
  title: string
  organisation: string
  /** Hex; random unless given. */
  serial?: string
  algorithm: KeyAlgorithm
  /** Where the list of revoked certificates is found. */
  crl?: string
}

/** Issues a certificate with a new key to an office-holder, for signing documents only. */
export async function issueLeaf(authority: KeyPair, leaf: LeafRequest): Promise<KeyPair> {
  const issuer = new x509.X509Certificate(authority.certificatePem)
  const issuerAlgorithm = algorithmOf(authority.certificatePem)
  const keys = await newKeys(leaf.algorithm)
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: leaf.serial ?? randomSerial(),
    subject: new x509.Name([{ CN: [leaf.commonName] }, { T: [leaf.title] }, { O: [leaf.organisation] }]),
    issuer: issuer.subjectName,
    notBefore: date(leaf.notBefore),
    notAfter: date(leaf.notAfter),
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.privateKeyPem, issuerAlgorithm),
    signingAlgorithm: signing[issuerAlgorithm],
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new x509.ExtendedKeyUsageExtension([documentSigning, emailProtection]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      ...(leaf.crl ? [new x509.CRLDistributionPointsExtension([leaf.crl])] : []),
    ],
  })
  return { certificatePem: certificate.toString('pem'), privateKeyPem: await pemOf(keys.privateKey) }
}

/** Each certificate in a PEM text. */
export const certificatesOf = (pem: string): string[] =>
  pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []

/** What people want to know of a certificate. */
export function describeCertificate(certificatePem: string) {
  const certificate = new x509.X509Certificate(certificatePem)
  const of = (field: string) => certificate.subjectName.getField(field)[0] ?? ''
  return {
    name: of('CN'),
    title: of('T'),
    serial: serialOf(certificatePem),
    notAfter: Temporal.Instant.fromEpochMilliseconds(certificate.notAfter.getTime()),
  }
}

/** The serial number as RFC 5280 has it, lower-case hex. */
export const serialOf = (certificatePem: string): string =>
  new x509.X509Certificate(certificatePem).serialNumber.toLowerCase()

/** Which of our two kinds of keys a certificate holds. */
export function algorithmOf(certificatePem: string): KeyAlgorithm {
  return new X509Certificate(certificatePem).publicKey.asymmetricKeyType === 'rsa' ? 'rsa-3072' : 'p-256'
}

/** A private key as WebCrypto takes it, for signing certificates and lists. */
export async function importKey(pem: string, algorithm: KeyAlgorithm): Promise<CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
  return (await webcrypto.subtle.importKey('pkcs8', der, { ...generation[algorithm], ...signing[algorithm] }, false, [
    'sign',
  ])) as CryptoKey
}
