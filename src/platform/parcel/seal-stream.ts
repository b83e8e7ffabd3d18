/**
 * Seals a stream under a passphrase of ours: AES-256-GCM in frames of a mebibyte, the key made of the passphrase by scrypt. A frame that is
 * changed, moved, or missing at the end is noticed.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { Refusal } from '#src/platform/refusal.ts'

const magic = Buffer.from('CHIROGRAPH-PARCEL-1\n')
const saltLength = 16
const tagLength = 16
const frameLength = 1 << 20
const cost = { N: 1 << 15, r: 8, p: 1, maxmem: 64 << 20 }

/** Some 119 random bits in letters and figures nobody mistakes for another: to read aloud on the telephone. */
export function newPassphrase(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const text = Array.from(randomBytes(96), (byte) => letters[byte & 31] ?? '').join('')
  return text.slice(0, 24).match(/.{4}/g)!.join('-')
}

const keyOf = (passphrase: string, salt: Buffer) =>
  scryptSync(passphrase.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, '-'), salt, 32, cost)

/** The frame's number, and whether it is the last: neither order nor end can be changed. */
function nonceOf(frame: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(last ? 1 : 0, 0)
  nonce.writeBigUInt64BE(BigInt(frame), 4)
  return nonce
}

export async function* sealStream(passphrase: string, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltLength)
  const key = keyOf(passphrase, salt)
  yield Buffer.concat([magic, salt])
  let frame = 0
  let held: Buffer = Buffer.alloc(0)
  const seal = (bytes: Buffer, last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame++, last))
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    const head = Buffer.alloc(5)
    head.writeUInt8(last ? 1 : 0, 0)
    head.writeUInt32BE(sealed.length, 1)
    return Buffer.concat([head, sealed])
  }
  for await (const chunk of plain) {
    held = Buffer.concat([held, chunk])
    for (; held.length > frameLength; held = held.subarray(frameLength))
      yield seal(held.subarray(0, frameLength), false)
  }
  yield seal(held, true)
}

/** @throws Refusal `parcel_unreadable` for another passphrase, or bytes that were changed, cut or never ours */
export async function* openStream(passphrase: string, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const read = reader(sealed)
  const start = await read(magic.length + saltLength)
  if (!start.subarray(0, magic.length).equals(magic)) throw unreadable()
  const key = keyOf(passphrase, Buffer.from(start.subarray(magic.length)))
  for (let frame = 0, last = false; !last; frame++) {
    const head = await read(5)
    last = head.readUInt8(0) === 1
    const length = head.readUInt32BE(1)
    if (length < tagLength || length > frameLength + tagLength) throw unreadable()
    yield open(key, nonceOf(frame, last), await read(length))
  }
}

function open(key: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
    decipher.setAuthTag(bytes.subarray(-tagLength))
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()])
  } catch {
    throw unreadable()
  }
}

const unreadable = () => new Refusal('parcel_unreadable', {}, 422)

/** Reads exactly so many bytes at a time. */
function reader(stream: AsyncIterable<Buffer>): (length: number) => Promise<Buffer> {
  const chunks = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  return async (length) => {
    while (held.length < length) {
      const { value, done } = await chunks.next()
      if (done) throw unreadable()
      held = Buffer.concat([held, value])
    }
    const wanted = held.subarray(0, length)
    held = held.subarray(length)
    return wanted
  }
}
