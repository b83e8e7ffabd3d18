/** The certificate a node stamps with: issued by its own root, for time-stamping and nothing else (RFC 3161 section 2.3). */
import 'reflect-metadata'
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { algorithmOf, type KeyPair } from '#src/platform/keys/index.ts'
import { oids } from './oids.ts'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)

export interface StampCertificate {
  name: string
  notBefore: Temporal.Instant
  notAfter: Temporal.Instant
  /** Where the list of revoked certificates is found. */
  crl?: string
}

/** Issues a time-stamping certificate with a new P-256 key. */
export async function issueStampCertificate(
  authority: KeyPair,
  { name, notBefore, notAfter, crl }: StampCertificate,
): Promise<KeyPair> {
  const issuer = new x509.X509Certificate(authority.certificatePem)
  const algorithm = algorithmOf(authority.certificatePem) === 'rsa-3072' ? rsa : ecdsa
  const der = createPrivateKey(authority.privateKeyPem).export({ type: 'pkcs8', format: 'der' })
  const signingKey = await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])
  const keys = (await webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])) as CryptoKeyPair
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: Buffer.concat([Buffer.from([0x40]), randomBytes(15)]).toString('hex'),
    subject: new x509.Name([{ CN: [`${name} time-stamps`] }, { O: [name] }]),
    issuer: issuer.subjectName,
    notBefore: date(notBefore),
    notAfter: date(notAfter),
    publicKey: keys.publicKey,
    signingKey: signingKey as CryptoKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([oids.timeStamping], true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      ...(crl ? [new x509.CRLDistributionPointsExtension([crl])] : []),
    ],
  })
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey as webcrypto.CryptoKey)
  const privateKeyPem = x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')
  return { certificatePem: certificate.toString('pem'), privateKeyPem }
}
