/** Object identifiers of RFC 3161, 5652 and 5816. */
import type { DigestName } from '#src/platform/digest.ts'

export const oids = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  extendedKeyUsage: '2.5.29.37',
}

/** What other authorities may have digested with; ours uses SHA-256. */
export const digests: Record<string, DigestName> = {
  [oids.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Our policy: the time is this node's clock, to the second; from a random UUID, as ITU-T X.667 allows anyone. */
export const ownPolicy = '2.25.131519391640480613197664926704543112541'
