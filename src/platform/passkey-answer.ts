/**
 * Checks a passkey's answer (WebAuthn Level 3, 7.2) in Node and in browsers alike, so that a consent can be checked where there is no
 * server. Nodes themselves use a library (`people/verify-assertion.ts`); a test holds both to the same answers.
 */
import { concat, fromUtf8, sameBytes, utf8 } from './bytes.ts'
import { readCoseKey } from './cose-key.ts'
import { sha256 } from './digest.ts'
import { isSignature } from './public-key.ts'
import { fromBase64, toBase64 } from './tlog/base64.ts'

export interface PasskeyAnswer {
  /** As the browser gave it (AuthenticationResponseJSON); may be anything. */
  response: unknown
  challenge: Uint8Array
  credentialId: string
  /** COSE. */
  publicKey: Uint8Array
  rpId: string
  origin: string
}

/** @returns undefined where it is not base64url without padding */
export function fromBase64Url(text: unknown): Uint8Array | undefined {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  const padded = text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat((4 - (text.length % 4)) % 4)
  return fromBase64(padded)
}

const toBase64Url = (bytes: Uint8Array) => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** @returns what is wrong with it, or undefined where it holds. Never throws. */
export function passkeyFault(claim: PasskeyAnswer): string | undefined {
  try {
    const { id, response } = claim.response as { id: unknown; response: Record<string, unknown> }
    if (id !== claim.credentialId) return 'another credential'
    const [client, data, signature] = ['clientDataJSON', 'authenticatorData', 'signature'].map((key) =>
      fromBase64Url(response[key]),
    )
    if (!client || !data || !signature) return 'not an answer'
    const fault = clientFault(fromUtf8(client), claim) ?? dataFault(data, claim)
    if (fault) return fault
    const { key, digest } = readCoseKey(claim.publicKey)
    return isSignature(key, digest, concat([data, sha256(client)]), signature) ? undefined : 'signature'
  } catch {
    return 'not an answer'
  }
}

function clientFault(json: string, { challenge, origin }: PasskeyAnswer): string | undefined {
  const client = JSON.parse(json) as Record<string, unknown>
  if (client.type !== 'webauthn.get') return 'another purpose'
  if (client.challenge !== toBase64Url(challenge)) return 'another challenge'
  if (client.origin !== origin) return 'another origin'
  return client.crossOrigin ? 'made inside another site' : undefined
}

/** Flags: the person was present (1) and verified (4). */
function dataFault(data: Uint8Array, { rpId }: PasskeyAnswer): string | undefined {
  if (data.length < 37 || !sameBytes(data.subarray(0, 32), sha256(utf8(rpId)))) return 'another relying party'
  return (data[32]! & 5) === 5 ? undefined : 'nobody verified'
}
