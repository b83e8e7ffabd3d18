/** Keys that sign notes (C2SP signed-note): their ids, their text form, and the kinds of signatures we know. */
import { concat, toHex, utf8 } from '#src/platform/bytes.ts'
import { sha256 } from '#src/platform/digest.ts'
import { isSignature } from '#src/platform/public-key.ts'
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
  /** Signs a text, as UTF-8. */
  sign(message: string): Uint8Array
}

/** A key name as signed-note allows it. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\p{Cc}]/u.test(name) && name.isWellFormed()
}

/** A key with the id signed-note recommends. @throws RangeError for a name that cannot be one */
export function noteKey(name: string, type: number, publicKey: Uint8Array): NoteKey {
  if (!isKeyName(name)) throw new RangeError(`${JSON.stringify(name)} is not the name of a key`)
  const id = sha256(utf8(`${name}\n`), Uint8Array.of(type), publicKey).subarray(0, 4)
  return { name, type, publicKey, id }
}

/** `name+hex id+base64 of type and key`. */
export function verifierKey({ name, type, publicKey, id }: NoteKey): string {
  return `${name}+${toHex(id)}+${toBase64(concat([Uint8Array.of(type), publicKey]))}`
}

/** Reads a verifier key of one of the types we know. @returns undefined where anything about it is wrong */
export function readVerifierKey(text: string): NoteKey | undefined {
  const [, name, hex, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = base64 === undefined ? undefined : fromBase64(base64)
  if (!name || !isKeyName(name) || !bytes || bytes.length !== 33 || ![ed25519, cosignatureV1].includes(bytes[0]!))
    return undefined
  const key = noteKey(name, bytes[0]!, bytes.subarray(1))
  return toHex(key.id) === hex ? key : undefined
}

/** Whether the signature is the key's over the message; both of our types sign with Ed25519. */
export function isSignedBy({ publicKey }: NoteKey, message: string, signature: Uint8Array): boolean {
  return isSignature({ kind: 'ed25519', point: publicKey }, 'sha512', utf8(message), signature)
}
