/** A note's signer whose key is in this process. */
import { createPublicKey, type KeyObject, sign } from 'node:crypto'
import { type NoteSigner, noteKey } from './note-key.ts'

/** A signer from an Ed25519 private key. */
export function noteSigner(name: string, type: number, privateKey: KeyObject): NoteSigner {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  const key = noteKey(name, type, new Uint8Array(Buffer.from(x!, 'base64url')))
  return { key, sign: (message) => new Uint8Array(sign(null, Buffer.from(message), privateKey)) }
}
