/** PKCS#12's own way from a passphrase to keys (RFC 7292 appendix B), which its integrity check and older files use. */
import { createHash } from 'node:crypto'

export interface Derivation {
  /** As `node:crypto` names it. */
  hash: 'sha1' | 'sha256' | 'sha384' | 'sha512'
  passphrase: string
  salt: Uint8Array
  iterations: number
}

/** What the derived bytes are for. */
export const purposes = { key: 1, iv: 2, mac: 3 } as const

const blockOf = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 }

export function deriveKey(d: Derivation, purpose: keyof typeof purposes, length: number): Buffer {
  const block = blockOf[d.hash]
  const fill = (bytes: Uint8Array) => {
    const whole = Math.ceil(bytes.length / block) * block
    return Buffer.from(Array.from({ length: whole }, (_, i) => bytes[i % bytes.length]!))
  }
  const diversifier = Buffer.alloc(block, purposes[purpose])
  const input = Buffer.concat([fill(d.salt), fill(bmp(d.passphrase))])
  const made: Buffer[] = []
  for (let have = 0; have < length; have += made.at(-1)!.length) {
    let digest = createHash(d.hash).update(diversifier).update(input).digest()
    for (let i = 1; i < d.iterations; i++) digest = createHash(d.hash).update(digest).digest()
    made.push(digest)
    addToEach(input, fill(digest).subarray(0, block), block)
  }
  return Buffer.concat(made).subarray(0, length)
}

/** UTF-16, big end first, with a zero at the end. */
const bmp = (passphrase: string) => Buffer.from(`${passphrase}\0`, 'utf16le').swap16()

/** Each block of the input plus the digest plus one, as numbers. */
function addToEach(input: Buffer, added: Buffer, block: number): void {
  for (let start = 0; start < input.length; start += block) {
    let carry = 1
    for (let i = block - 1; i >= 0; i--) {
      carry += input[start + i]! + added[i]!
      input[start + i] = carry & 0xff
      carry >>= 8
    }
  }
}
