/** A root certificate made anew for the same key and the same name, with another term: whoever has the key can. */
import { createPrivateKey, createPublicKey, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { algorithmOf, type KeyPair } from '#src/platform/keys/index.ts'

const kinds = {
  'p-256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  'rsa-3072': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const

/** @returns PEM */
export async function certifiedAgain(
  { certificatePem, privateKeyPem }: KeyPair,
  term: Record<'notBefore' | 'notAfter', Temporal.Instant>,
): Promise<string> {
  const kind = kinds[algorithmOf(certificatePem)]
  const pkcs8 = createPrivateKey(privateKeyPem).export({ type: 'pkcs8', format: 'der' })
  const spki = createPublicKey(privateKeyPem).export({ type: 'spki', format: 'der' })
  const held = new x509.X509Certificate(certificatePem)
  const made = await x509.X509CertificateGenerator.create({
    serialNumber: '4001',
    subject: held.subjectName,
    issuer: held.subjectName,
    notBefore: new Date(term.notBefore.epochMilliseconds),
    notAfter: new Date(term.notAfter.epochMilliseconds),
    publicKey: (await webcrypto.subtle.importKey('spki', spki, kind, true, ['verify'])) as CryptoKey,
    signingKey: (await webcrypto.subtle.importKey('pkcs8', pkcs8, kind, false, ['sign'])) as CryptoKey,
    signingAlgorithm: kind,
    extensions: held.extensions,
  })
  return made.toString('pem')
}
