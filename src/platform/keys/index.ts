export type { KeyAlgorithm } from './algorithms.ts'
export {
  algorithmOf,
  certificatesOf,
  createAuthority,
  describeCertificate,
  issueLeaf,
  type KeyPair,
  type LeafRequest,
  serialOf,
} from './certificates.ts'
export { fingerprint, shortFingerprint } from './fingerprint.ts'
export { isSealedWith, type OwnKey, ownKey } from './own-key.ts'
export { reseal, type SealedPlace } from './reseal.ts'
export { makeRevocationList, type ReadList, type Revoked, readRevocationList } from './revocation-list.ts'
export { keyFile, openSecret, sealSecret } from './seal.ts'
