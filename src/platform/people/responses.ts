/** What the browser sends back from a passkey, read from the form field `response`. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { refuse } from './refusals.ts'

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

const shared = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
}

const assertion = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
})

const registration = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
})

/** @throws Refusal passkey_needs_script when the field came empty, passkey_refused when it is no assertion */
export function readAssertion(field: string | undefined): AuthenticationResponseJSON {
  return read(field, assertion) as AuthenticationResponseJSON
}

/** @throws Refusal passkey_needs_script when the field came empty, passkey_refused when it is no registration */
export function readRegistration(field: string | undefined): RegistrationResponseJSON {
  return read(field, registration) as RegistrationResponseJSON
}

/** Whether a value has the shape of an assertion, as the other node's evidence must. */
export const isAssertion = (value: unknown): value is AuthenticationResponseJSON => assertion.safeParse(value).success

function read(field: string | undefined, shape: z.ZodType): unknown {
  if (!field) return refuse('passkey_needs_script', {}, 422)
  const parsed = shape.safeParse(json(field))
  return parsed.success ? parsed.data : refuse('passkey_refused', { why: 'malformed' }, 422)
}

/** The client data a response was made over. @returns undefined when it cannot be read */
export function clientData(response: { response: { clientDataJSON: string } }) {
  const data = json(Buffer.from(response.response.clientDataJSON, 'base64url').toString())
  return z.object({ challenge: base64url, crossOrigin: z.boolean().optional() }).safeParse(data).data
}

/** The challenge answered by a response. @throws Refusal passkey_refused when it cannot be read */
export function challengeOf(response: { response: { clientDataJSON: string } }): Uint8Array {
  const data = clientData(response)
  return data ? Buffer.from(data.challenge, 'base64url') : refuse('passkey_refused', { why: 'client data' }, 422)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
