/** The university's OpenID provider: what to ask it, and what it says about a person. */
import * as client from 'openid-client'
import { refuse } from './refusals.ts'

export interface OidcConfig {
  issuer: string
  clientId: string
  clientSecret?: string
}

/** What must come back from the provider together with the code. */
export interface OidcChecks {
  state: string
  nonce: string
  codeVerifier: string
}

export interface OidcPerson {
  issuer: string
  subject: string
  email: string | undefined
  emailVerified: boolean
}

export interface OidcProvider {
  /** The provider's address to send the browser to. @throws Refusal oidc_unavailable */
  address(checks: OidcChecks): Promise<URL>
  /** Whom the provider signed in, from the address the browser came back to. @throws Refusal oidc_cancelled, oidc_failed */
  person(returned: URL, checks: OidcChecks): Promise<OidcPerson>
}

export const newChecks = (): OidcChecks => ({
  state: client.randomState(),
  nonce: client.randomNonce(),
  codeVerifier: client.randomPKCECodeVerifier(),
})

/** Opens the provider; its metadata is fetched on first use, and again after a failure. */
export function openProvider({ issuer, clientId, clientSecret }: OidcConfig, redirectUri: string): OidcProvider {
  let discovered: Promise<client.Configuration> | undefined
  const known = () => {
    discovered ??= discover(new URL(issuer), clientId, clientSecret).catch(() => {
      discovered = undefined
      return refuse('oidc_unavailable', {}, 503)
    })
    return discovered
  }
  return {
    async address({ state, nonce, codeVerifier }) {
      return client.buildAuthorizationUrl(await known(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      })
    },
    async person(returned, checks) {
      return personBehind(await known(), returned, checks)
    },
  }
}

function discover(issuer: URL, clientId: string, clientSecret?: string) {
  const auth = clientSecret ? client.ClientSecretPost(clientSecret) : client.None()
  // Plain http is for a provider on this very machine, as in tests; anything else must be https.
  const local = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  const execute = local ? [client.allowInsecureRequests] : []
  return client.discovery(issuer, clientId, {}, auth, { execute, timeout: 10 })
}

async function personBehind(config: client.Configuration, returned: URL, checks: OidcChecks): Promise<OidcPerson> {
  try {
    const tokens = await client.authorizationCodeGrant(config, returned, {
      expectedState: checks.state,
      expectedNonce: checks.nonce,
      pkceCodeVerifier: checks.codeVerifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()!
    // Many providers put the address into the user info only.
    const more = claims.email ? claims : await client.fetchUserInfo(config, tokens.access_token, claims.sub)
    const email = typeof more.email === 'string' ? more.email : undefined
    return { issuer: claims.iss, subject: claims.sub, email, emailVerified: more.email_verified === true }
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError) return refuse('oidc_cancelled', { error: error.error })
    return refuse('oidc_failed', { why: error instanceof Error ? error.message : '' }, 422)
  }
}
