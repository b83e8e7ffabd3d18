/** Short names for certificates that two people can compare over the telephone. */
import { createHash, X509Certificate } from 'node:crypto'

/** SHA-256 of the certificate's DER, lower-case hex. */
export function fingerprint(certificatePem: string): string {
  return createHash('sha256').update(new X509Certificate(certificatePem).raw).digest('hex')
}

/** The first 80 bits of a fingerprint in groups of four hex digits: `9f41 c0de 77ab 12e4 08d1`. */
export function shortFingerprint(hex: string): string {
  return hex.slice(0, 20).match(/.{4}/g)!.join(' ')
}
