/** The two kinds of keys a node uses, and what WebCrypto calls them. */
export type KeyAlgorithm = 'rsa-3072' | 'p-256'

export const generation: Record<KeyAlgorithm, RsaHashedKeyGenParams | EcKeyGenParams> = {
  'rsa-3072': {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 3072,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  'p-256': { name: 'ECDSA', namedCurve: 'P-256' },
}

/** How a certificate is signed with such a key. */
export const signing: Record<KeyAlgorithm, Algorithm & { hash: string }> = {
  'rsa-3072': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  'p-256': { name: 'ECDSA', hash: 'SHA-256' },
}
