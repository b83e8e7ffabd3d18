/** Checks a passkey's answer against a known key. Needs no database: the other node checks ours with a pinned key. */
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { clientData, isAssertion } from './responses.ts'

export interface AssertionClaim {
  /** The raw answer as the browser gave it (AuthenticationResponseJSON); may be anything a stranger sent. */
  response: unknown
  /** The challenge it must answer. */
  challenge: Uint8Array
  credentialId: string
  /** COSE key */
  publicKey: Uint8Array
  rpId: string
  origin: string
  /** Signature counter last seen; 0 when unknown. */
  counter?: number
}

export type AssertionVerdict = { ok: true; counter: number } | { ok: false; why: string }

/**
 * Verifies an assertion by WebAuthn Level 3, section 7.2: this challenge, key, RP ID and origin; the person was present and
 * verified (PIN, fingerprint, face); not made inside another site's frame. Never throws.
 */
export async function verifyAssertion(claim: AssertionClaim): Promise<AssertionVerdict> {
  const { response, challenge, credentialId, publicKey, rpId, origin, counter = 0 } = claim
  if (!isAssertion(response)) return { ok: false, why: 'not an assertion' }
  if (response.id !== credentialId) return { ok: false, why: 'another credential' }
  if (clientData(response)?.crossOrigin) return { ok: false, why: 'made inside another site' }
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: Buffer.from(challenge).toString('base64url'),
      expectedOrigin: origin,
      expectedRPID: rpId,
      expectedType: 'webauthn.get',
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: true,
    })
    return verified
      ? { ok: true, counter: authenticationInfo.newCounter }
      : { ok: false, why: 'signature does not fit' }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}
