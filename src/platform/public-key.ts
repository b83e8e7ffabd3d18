/**
 * Public keys and whether a signature is theirs, in Node and in browsers alike: the verdict on a document is the same
 * wherever it is reached. Curves are `@noble/curves`; RSA is one power and one comparison (RFC 8017, 8.2.2).
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { BitString } from 'asn1js'
import { type Asn1, bytesOf, childrenOf, encode, nil, octets, oid, oidOf, seq } from './asn1.ts'
import { toHex } from './bytes.ts'
import { type DigestName, digest } from './digest.ts'

export type PublicKey =
  | { kind: 'rsa'; modulus: bigint; exponent: bigint; bits: number }
  | { kind: 'ec'; curve: Curve | undefined; point: Uint8Array }
  | { kind: 'ed25519'; point: Uint8Array }
  | { kind: 'other'; oid: string }

export type Curve = 'P-256' | 'P-384' | 'P-521'

const curves = { 'P-256': p256, 'P-384': p384, 'P-521': p521 }
const curveNames: Record<string, Curve> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
}
const digestOids: Record<DigestName, string> = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
}

const bigOf = (bytes: Uint8Array) => BigInt(`0x${toHex(bytes) || '0'}`)

/** Reads a SubjectPublicKeyInfo (RFC 5280 4.1.2.7). @throws {Error} where it is none, or a key no honest one is like */
export function readPublicKey(info: Asn1): PublicKey {
  const [algorithm, bits] = childrenOf(info)
  const [kind, parameters] = childrenOf(algorithm)
  const name = oidOf(kind)
  if (!(bits instanceof BitString) || name === undefined) throw new Error('not a public key')
  if (name === '1.2.840.113549.1.1.1') return readRsa(bits)
  const point = new Uint8Array(bits.valueBlock.valueHexView)
  if (name === '1.2.840.10045.2.1') return { kind: 'ec', curve: curveNames[oidOf(parameters) ?? ''], point }
  return name === '1.3.101.112' ? { kind: 'ed25519', point } : { kind: 'other', oid: name }
}

function readRsa(bits: BitString): PublicKey {
  // asn1js reads what a bit string holds where it is ASN.1.
  const [modulus, exponent] = childrenOf(bits.valueBlock.value[0] as Asn1 | undefined).map((n) => bigOf(bytesOf(n)))
  if (modulus === undefined || exponent === undefined) throw new Error('not an RSA key')
  const length = modulus.toString(2).length
  // Larger ones would only keep whoever checks busy.
  if (length > 8192 || exponent < 3n || exponent >= 1n << 33n || exponent % 2n === 0n) throw new Error('odd RSA key')
  return { kind: 'rsa', modulus, exponent, bits: length }
}

/**
 * Whether the key made this signature over the data. Never throws.
 * @param signature RSASSA-PKCS1-v1_5, ECDSA in DER, or Ed25519 (which has its own digest)
 */
export function isSignature(key: PublicKey, algorithm: DigestName, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    if (key.kind === 'rsa') return isRsa(key, algorithm, data, signature)
    if (key.kind === 'ed25519') return ed25519.verify(signature, data, key.point, { zip215: false })
    if (key.kind !== 'ec' || !key.curve) return false
    const how = { prehash: false, format: 'der', lowS: false } as const
    return curves[key.curve].verify(signature, digest(algorithm, data), key.point, how)
  } catch {
    return false
  }
}

function isRsa(
  { modulus, exponent, bits }: Extract<PublicKey, { kind: 'rsa' }>,
  algorithm: DigestName,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  const length = Math.ceil(bits / 8)
  const given = bigOf(signature)
  if (signature.length !== length || given >= modulus) return false
  const info = encode(seq(seq(oid(digestOids[algorithm]), nil()), octets(digest(algorithm, data))))
  const expected = new Uint8Array(length).fill(0xff)
  expected.set([0, 1])
  expected[length - info.length - 1] = 0
  expected.set(info, length - info.length)
  return length >= info.length + 11 && power(given, exponent, modulus) === bigOf(expected)
}

/** `base ** exponent % modulus`, by squaring. Nothing here is secret. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (let bit = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * bit) % modulus
    bit = (bit * bit) % modulus
  }
  return result
}

/** `RSA 3072` or `ECDSA P-256`, say. */
export function keyName(key: PublicKey): string {
  if (key.kind === 'rsa') return `RSA ${key.bits}`
  return `ECDSA ${key.kind === 'ec' ? (key.curve ?? 'unknown') : key.kind}`
}
