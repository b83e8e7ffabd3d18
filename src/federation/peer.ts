/** A partner's node: what it says of itself, and the fingerprint both offices compare. Rules only. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { refuser } from '#src/platform/refusal.ts'

/** What a node publishes of itself at `/federation/node`. Believed only after both offices compared the fingerprint. */
export interface NodeDocument {
  format: 'chirograph-node-1'
  institution: {
    ror: string
    name: { en: string; zh: string }
    short: { en: string; zh: string }
    city: { en: string; zh: string }
    country: string
    zone: string
    website: string | null
  }
  /** Where other nodes reach it. */
  address: string
  /** Where people reach it. */
  site: string
  /** Ed25519 public key, 32 bytes, base64url. */
  key: string
  /** Root certificate of its signing authority, PEM. */
  rootCertificate: string
  accent: string
  /** ROR id of the institution that runs this node for its own; absent where it runs it itself. */
  keptBy?: string
}

export type PeerRefusal =
  | 'administrators_only'
  | 'node_not_reached'
  | 'node_document_invalid'
  | 'node_is_ourselves'
  | 'fingerprint_changed'
  | 'not_compared'
  | 'no_such_node'
  | 'node_was_talked_to'
  | 'comparison_malformed'
  | 'reason_missing'
  | 'nothing_missing'
export const refusePeer = refuser<PeerRefusal>()

/** Why a message between nodes is turned away before anyone looks at what it says. */
export type StrangerReason =
  | 'signature_missing'
  | 'signature_malformed'
  | 'signature_wrong'
  | 'digest_wrong'
  | 'unknown_node'
  | 'signature_too_old'
  | 'replayed'
  | 'wrong_address'
  | 'message_malformed'

/** A signature counts for this long either side of our clock (design section 4). */
export const signatureLifetime = Temporal.Duration.from({ minutes: 5 })

/** Whether a signature made at `created` is too old, or too far ahead, at `now`. */
export function isStale(created: Temporal.Instant, now: Temporal.Instant): boolean {
  const age = Math.abs(now.since(created).total('seconds'))
  return age > signatureLifetime.total('seconds')
}

/** SHA-256 over what is pinned of one node: who it is, its key, its root certificate, its address, and who runs it for them. */
function pinned(d: Pick<NodeDocument, 'address' | 'key' | 'rootCertificate' | 'keptBy'> & { ror: string }): string {
  const keeper = d.keptBy ? `${d.keptBy}\n` : ''
  const all = `${d.ror}\n${d.address}\n${d.key}\n${d.rootCertificate.trim()}\n${keeper}`
  return createHash('sha256').update(all).digest('hex')
}

type Pinnable = Parameters<typeof pinned>[0]

/**
 * The fingerprint of a pair of nodes, the same on both whichever side computes it:
 * the first 128 bits of a SHA-256, as eight groups of four hexadecimal digits to read aloud.
 */
export function pairFingerprint(ours: Pinnable, theirs: Pinnable): string {
  const both = [pinned(ours), pinned(theirs)].sort().join('\n')
  const digits = createHash('sha256').update(both).digest('hex').slice(0, 32)
  return digits.match(/.{4}/g)!.join(' ')
}

/** The Ed25519 public key of 32 base64url bytes. @throws where it is not one */
export function publicKey(raw: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' })
}
