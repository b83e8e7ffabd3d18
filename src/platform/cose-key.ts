/** Public keys of passkeys (COSE, RFC 9053), in the one encoding authenticators give them: a short CBOR map. */
import { CborReader } from './cbor.ts'
import type { DigestName } from './digest.ts'
import type { PublicKey } from './public-key.ts'

export interface CoseKey {
  key: PublicKey
  digest: DigestName
}

const curves = { 1: 'P-256', 2: 'P-384', 3: 'P-521' } as const
const digests: Record<number, DigestName> = { [-7]: 'sha256', [-35]: 'sha384', [-36]: 'sha512', [-257]: 'sha256' }

/** @throws {Error} where it is no key we know */
export function readCoseKey(bytes: Uint8Array): CoseKey {
  const map = new CborReader(bytes).map()
  const [kind, algorithm, first, second, third] = [1, 3, -1, -2, -3].map((label) => map.get(label))
  if (typeof algorithm !== 'number') throw new Error('no algorithm')
  if (kind === 1 && first === 6 && second instanceof Uint8Array && algorithm === -8)
    return { key: { kind: 'ed25519', point: second }, digest: 'sha512' }
  const digest = digests[algorithm]
  if (!digest) throw new Error(`algorithm ${algorithm}`)
  if (kind === 2 && second instanceof Uint8Array && third instanceof Uint8Array)
    return { key: { kind: 'ec', curve: curves[first as 1], point: Uint8Array.of(4, ...second, ...third) }, digest }
  if (kind === 3 && first instanceof Uint8Array && second instanceof Uint8Array)
    return { key: rsa(first, second), digest }
  throw new Error(`kind ${kind}`)
}

const bigOf = (bytes: Uint8Array) => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)

function rsa(n: Uint8Array, e: Uint8Array): PublicKey {
  const modulus = bigOf(n)
  if (n.length > 1024 || e.length > 4) throw new Error('odd RSA key')
  return { kind: 'rsa', modulus, exponent: bigOf(e), bits: modulus.toString(2).length }
}
