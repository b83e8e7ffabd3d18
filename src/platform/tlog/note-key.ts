/** Keys that sign notes (C2SP signed-note): their ids, their text form, and the kinds of signatures we know. */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { fromBase64, toBase64 } from './base64.ts'

/** Signature type bytes assigned by signed-note. Others are carried and ignored, so that new ones may come. */
export const ed25519 = 0x01
export const cosignatureV1 = 0x04

export interface NoteKey {
  /** Without spaces and `+`; an address without its scheme, such as `example.edu/log`. */
  name: string
  type: number
  /** As the type encodes it: 32 bytes for both of ours. */
  publicKey: Uint8Array
  /** Four bytes that tell keys apart; not a proof of anything. */
  id: Uint8Array
}

export interface NoteSigner {
  key: NoteKey
  privateKey: KeyObject
}

/** A key name as signed-note allows it. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\p{Cc}]/u.test(name) && name.isWellFormed()
}

/** A key with the id signed-note recommends. @throws RangeError for a name that cannot be one */
export function noteKey(name: string, type: number, publicKey: Uint8Array): NoteKey {
  if (!isKeyName(name)) throw new RangeError(`${JSON.stringify(name)} is not the name of a key`)
  const id = createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([type]))
    .update(publicKey)
    .digest()
    .subarray(0, 4)
  return { name, type, publicKey, id }
}

/** `name+hex id+base64 of type and key`. */
export function verifierKey({ name, type, publicKey, id }: NoteKey): string {
  return `${name}+${Buffer.from(id).toString('hex')}+${toBase64(Buffer.concat([Buffer.from([type]), publicKey]))}`
}

/** Reads a verifier key of one of the types we know. @returns undefined where anything about it is wrong */
export function readVerifierKey(text: string): NoteKey | undefined {
  const [, name, hex, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = base64 === undefined ? undefined : fromBase64(base64)
  if (!name || !isKeyName(name) || !bytes || bytes.length !== 33 || ![ed25519, cosignatureV1].includes(bytes[0]!))
    return undefined
  const key = noteKey(name, bytes[0]!, bytes.subarray(1))
  return Buffer.from(key.id).toString('hex') === hex ? key : undefined
}

/** A signer from an Ed25519 private key. */
export function noteSigner(name: string, type: number, privateKey: KeyObject): NoteSigner {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  return { key: noteKey(name, type, Buffer.from(x!, 'base64url')), privateKey }
}

export function signBytes({ privateKey }: NoteSigner, message: string): Uint8Array {
  return sign(null, Buffer.from(message), privateKey)
}

/** Whether the signature is the key's over the message; both of our types sign with Ed25519. */
export function isSignedBy({ publicKey }: NoteKey, message: string, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false
  const x = Buffer.from(publicKey).toString('base64url')
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.from(message), key, signature)
  } catch {
    return false
  }
}
