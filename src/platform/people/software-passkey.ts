/** A passkey in software, for the self-test and for tests: answers as a browser with an authenticator would. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'

export interface SoftwarePasskey {
  credentialId: string
  /** What `navigator.credentials.create` would give. */
  register(options: PublicKeyCredentialCreationOptionsJSON, origin: string): RegistrationResponseJSON
  /** What `navigator.credentials.get` would give. */
  assert(options: PublicKeyCredentialRequestOptionsJSON, origin: string, how?: How): AuthenticationResponseJSON
}

/** How an answer differs from an honest browser's, for tests of what must be refused. */
export interface How {
  flags?: number
  /** Asked from inside another site's frame. */
  crossOrigin?: boolean
}

/** Flags of the authenticator data (WebAuthn Level 3, 6.1). */
export const present = 0x01
export const verified = 0x04
const withCredential = 0x40

const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const hash = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** A new passkey: ECDSA on P-256, present and verified. Its counter stays 0, as with passkeys kept by a cloud. */
export function softwarePasskey(): SoftwarePasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let userHandle = ''
  return {
    credentialId: url(id),
    register(options, origin) {
      userHandle = options.user.id
      const clientData = clientDataJSON('webauthn.create', options.challenge, origin)
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(publicKey)])
      const data = Buffer.concat([authenticatorData(options.rp.id!, present | verified | withCredential), credential])
      const response = { clientDataJSON: url(clientData), attestationObject: url(attestation(data)) }
      return { id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {}, response }
    },
    assert(options, origin, { flags = present | verified, crossOrigin = false } = {}) {
      const clientData = clientDataJSON('webauthn.get', options.challenge, origin, crossOrigin)
      const data = authenticatorData(options.rpId!, flags)
      const signature = sign('sha256', Buffer.concat([data, hash(clientData)]), privateKey)
      const response = {
        clientDataJSON: url(clientData),
        authenticatorData: url(data),
        signature: url(signature),
        userHandle: userHandle || undefined,
      }
      return { id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {}, response }
    },
  }
}

function clientDataJSON(type: string, challenge: string, origin: string, crossOrigin = false): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }))
}

function authenticatorData(rpId: string, flags: number): Buffer {
  return Buffer.concat([hash(rpId), Buffer.from([flags]), Buffer.alloc(4)])
}

/** COSE_Key (RFC 9053, 7.1) in CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' })
  const [left, right] = [x, y].map((c) => Buffer.from(c!, 'base64url'))
  return Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), left!, Buffer.from('225820', 'hex'), right!])
}

/** `{fmt: 'none', attStmt: {}, authData}` in CBOR. */
function attestation(data: Buffer): Buffer {
  const text = (words: string) => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)])
  const lengthOfData = Buffer.from([0x59, data.length >> 8, data.length & 0xff])
  const empty = Buffer.from([0xa0])
  const start = Buffer.from([0xa3])
  return Buffer.concat([start, text('fmt'), text('none'), text('attStmt'), empty, text('authData'), lengthOfData, data])
}
