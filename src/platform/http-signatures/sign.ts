/** Signing and checking of HTTP messages with Ed25519 (RFC 9421), in one fixed profile: these components, no others. */
import { type KeyObject, sign, timingSafeEqual, verify } from 'node:crypto'
import {
  type Components,
  contentDigest,
  innerList,
  readSignatureHeaders,
  signatureBase,
  signatureHeaders,
} from './signature-base.ts'

const tag = 'chirograph-1'

export type SignatureFault = 'signature_missing' | 'signature_malformed' | 'digest_wrong' | 'signature_wrong'

export interface Signer {
  keyid: string
  key: KeyObject
}

/** Headers that carry a signature over the components and the body. `nonce` is random text, never used twice. */
export function signMessage(
  components: Components,
  body: Uint8Array,
  signer: Signer,
  at: Temporal.Instant,
  nonce: string,
) {
  const digest = contentDigest(body)
  const covered = { ...components, 'content-digest': digest }
  const created = Math.floor(at.epochMilliseconds / 1000)
  const list = innerList(covered, { created, keyid: signer.keyid, nonce, tag })
  const headers = signatureHeaders(list, sign(null, signatureBase(covered, list), signer.key))
  return { 'content-digest': digest, 'signature-input': headers.input, signature: headers.signature }
}

export interface SignatureFound {
  keyid: string
  created: Temporal.Instant
  nonce: string
  /** Checks the signature itself with the key that belongs to `keyid`. */
  isBy(key: KeyObject): boolean
}

/**
 * Reads a signature that must cover exactly the given components and the body, in this order.
 * @returns the claims to be checked further, or the fault
 */
export function readSignature(
  components: Components,
  body: Uint8Array,
  headers: { digest?: string; input?: string; signature?: string },
): SignatureFound | SignatureFault {
  if (!headers.digest || !headers.input || !headers.signature) return 'signature_missing'
  const digest = contentDigest(body)
  if (!equal(digest, headers.digest)) return 'digest_wrong'
  const found = readSignatureHeaders(headers.input, headers.signature)
  if (!found) return 'signature_malformed'
  const covered = { ...components, 'content-digest': digest }
  const { created, keyid, nonce } = Object.fromEntries(found.list[1])
  if (typeof created !== 'number' || typeof keyid !== 'string' || typeof nonce !== 'string')
    return 'signature_malformed'
  const expected = innerList(covered, { created, keyid, nonce, tag })
  const base = signatureBase(covered, expected)
  if (!equal(new TextDecoder().decode(base), new TextDecoder().decode(signatureBase(covered, found.list)))) {
    return 'signature_malformed'
  }
  return {
    keyid,
    created: Temporal.Instant.fromEpochMilliseconds(created * 1000),
    nonce,
    isBy: (key) => verify(null, base, key, found.bytes),
  }
}

function equal(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
