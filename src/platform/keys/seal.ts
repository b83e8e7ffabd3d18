/** Secrets at rest: AES-256-GCM under a key that lies in a file outside the database. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { Refusal } from '#src/platform/refusal.ts'

const version = 1
const nonceLength = 12
const tagLength = 16

/**
 * Encrypts a secret.
 * @param key 32 bytes
 * @param context what the secret is and whose, e.g. `signing-key:42`; opening under another context fails
 * @returns version octet, nonce, ciphertext, tag
 */
export function sealSecret(key: Uint8Array, plaintext: string, context = ''): Uint8Array {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context, 'utf8'))
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, sealed, cipher.getAuthTag()])
}

/**
 * Decrypts what `sealSecret` made.
 * @throws {Refusal} `secret_unreadable` for another key, another context or altered bytes
 */
export function openSecret(key: Uint8Array, sealed: Uint8Array, context = ''): string {
  try {
    if (sealed[0] !== version || sealed.length < 1 + nonceLength + tagLength) throw new Error('not a sealed secret')
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceLength), {
      authTagLength: tagLength,
    })
    decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(sealed.subarray(-tagLength))
    const opened = decipher.update(sealed.subarray(1 + nonceLength, -tagLength))
    return Buffer.concat([opened, decipher.final()]).toString('utf8')
  } catch {
    throw new Refusal('secret_unreadable', {}, 503)
  }
}

/** Reads the key file, or writes a new one (mode 0600) where there is none. @returns 32 bytes */
export async function keyFile(path: string): Promise<Uint8Array> {
  try {
    const key = randomBytes(32)
    await writeFile(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    return key
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const hex = (await readFile(path, 'utf8')).trim()
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error(`${path} holds no key of 64 hex digits`)
  return Buffer.from(hex, 'hex')
}
