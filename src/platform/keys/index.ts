export type { KeyAlgorithm } from './algorithms.ts'
export { algorithmOf, createAuthority, issueLeaf, type KeyPair, type LeafRequest } from './certificates.ts'
export { fingerprint, shortFingerprint } from './fingerprint.ts'
export { keyFile, openSecret, sealSecret } from './seal.ts'
