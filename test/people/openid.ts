/** A real OpenID provider on this machine, for tests. It signs in whoever the test says, without a page to press on. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface OpenId {
  issuer: string
  /** Whom it signs in next. */
  person: { subject: string; email?: string; emailVerified?: boolean }
  /** Whether the person presses Cancel there. */
  cancels: boolean
  close(): Promise<void>
}

const clientId = 'chirograph'
const clientSecret = 'a secret of the two servers'
export const openIdClient = { clientId, clientSecret }

/** Starts the provider on a free port; it knows one client, ours. */
export async function startOpenId(redirectUri: string): Promise<OpenId> {
  // @ts-expect-error the package brings no types
  const { default: Provider } = await import('oidc-provider')
  const { createServer } = await import('node:http')
  const server: Server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const openId: OpenId = {
    issuer,
    person: { subject: 'nobody' },
    cancels: false,
    close: () => new Promise((done) => server.close(() => done())),
  }
  const provider = new Provider(issuer, configuration(openId, redirectUri))
  const handle = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url!.startsWith('/interaction/')) return handle(request, response)
    return provider.interactionFinished(request, response, interaction(openId), { mergeWithLastSubmission: true })
  })
  return openId
}

function interaction({ person, cancels }: OpenId) {
  return cancels ? { error: 'access_denied' } : { login: { accountId: person.subject }, consent: {} }
}

function configuration(openId: OpenId, redirectUri: string) {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['keys of the test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, email: openId.person.email, email_verified: openId.person.emailVerified }),
    }),
    async loadExistingGrant(ctx: ProviderContext) {
      const { client, session, provider } = ctx.oidc
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  }
}

interface ProviderContext {
  oidc: {
    client: { clientId: string }
    session: { accountId: string }
    provider: { Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> } }
  }
}

/** Follows the provider's own redirects with its own cookies until it sends the browser back. @returns that address */
export async function followToOurs(start: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = new URL(start)
  for (let step = 0; step < 10; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    await answer.arrayBuffer()
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
      cookies.set(name!, value!)
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`the provider answered ${answer.status} at ${at}`)
    at = new URL(next, at)
    if (at.origin !== issuer) return at
  }
  throw new Error('the provider never came back')
}
