/** What an old root says of the one that follows it, signed with its key: whoever trusts the old one can check it for good. */
import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto'
import { canonical } from '#src/platform/canonical.ts'
import { fingerprint, type KeyPair } from '#src/platform/keys/index.ts'

export interface Succession {
  /** ROR id of the university both roots are of. */
  institution: string
  /** SHA-256 of the certificates. */
  old: string
  next: string
}

const said = ({ institution, old, next }: Succession) =>
  Buffer.from(canonical({ format: 'chirograph-root-1', institution, old, next }))

/** @returns base64 */
export function vouch(old: KeyPair, succession: Succession): string {
  const key = createPrivateKey(old.privateKeyPem)
  return sign('sha256', said(succession), { key, dsaEncoding: 'der' }).toString('base64')
}

export function isVouchedFor(oldPem: string, succession: Succession, signature: string): boolean {
  const key = new X509Certificate(oldPem).publicKey
  return verify('sha256', said(succession), { key, dsaEncoding: 'der' }, Buffer.from(signature, 'base64'))
}

/** A certificate that can be a root: of an authority, signed by itself. @returns its id; undefined for anything else */
export function rootId(pem: string): string | undefined {
  try {
    const root = new X509Certificate(pem)
    const { asymmetricKeyType: type } = root.publicKey
    const is = root.ca && root.checkIssued(root) && root.verify(root.publicKey) && (type === 'rsa' || type === 'ec')
    return is ? fingerprint(pem) : undefined
  } catch {
    return undefined
  }
}

/** The first 128 bits in eight groups, to compare over the telephone. */
export const spokenFingerprint = (id: string): string => id.slice(0, 32).match(/.{4}/g)!.join(' ')
