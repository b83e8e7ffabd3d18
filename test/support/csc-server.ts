/** A remote signing service on loopback that follows the Cloud Signature Consortium's published API, versions 1 and 2. */
import { createPrivateKey, privateEncrypt, randomBytes, X509Certificate } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { p256 } from '@noble/curves/nist.js'
import type { KeyPair } from '#src/platform/keys/index.ts'

export interface SigningService {
  url: string
  /** Every method asked, with what was said. */
  asked: { method: string; body: Record<string, unknown> }[]
  /** Answers so instead, where set. */
  failing: { method: string; status: number } | null
  close(): Promise<void>
}

const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex')
const sha256Oid = '2.16.840.1.101.3.4.2.1'

/** @param held the key it keeps, and the chain it shows; client `node` with secret `client-secret`, PIN `1234` */
export async function openSigningService(held: KeyPair, chain: string[]): Promise<SigningService> {
  const tokens = new Set<string>()
  const allowed = new Map<string, string>()
  const service: SigningService = { url: '', asked: [], failing: null, close: async () => {} }
  const answers: Record<string, (body: Record<string, unknown>, v: string) => [number, object]> = {
    'credentials/info': (body) => {
      if (body.credentialID !== 'president') return [400, { error: 'invalid_request' }]
      const certificates = [held.certificatePem, ...chain].map((pem) => new X509Certificate(pem).raw.toString('base64'))
      return [
        200,
        {
          key: { status: 'enabled', algo: ['1.2.840.10045.4.3.2'], len: 256 },
          cert: { certificates },
          authMode: 'explicit',
        },
      ]
    },
    'credentials/authorize': (body, version) => {
      const [hash] = (version === '1' ? body.hash : body.hashes) as string[]
      const auth = body.authData as { id: string; value: string }[] | undefined
      const pin = version === '1' ? body.PIN : auth?.find(({ id }) => id === 'PIN')?.value
      if (pin !== '1234' || body.numSignatures !== 1) return [400, { error: 'invalid_pin' }]
      if (version === '2' && body.hashAlgorithmOID !== sha256Oid) return [400, { error: 'invalid_request' }]
      const SAD = randomBytes(16).toString('base64url')
      allowed.set(SAD, hash!)
      return [200, { SAD, expiresIn: 300 }]
    },
    'signatures/signHash': (body, version) => {
      const [hash] = (version === '1' ? body.hash : body.hashes) as string[]
      const algorithm = version === '1' ? body.hashAlgo : body.hashAlgorithmOID
      if (allowed.get(body.SAD as string) !== hash || algorithm !== sha256Oid)
        return [400, { error: 'invalid_request' }]
      allowed.delete(body.SAD as string)
      return [200, { signatures: [signHash(held.privateKeyPem, Buffer.from(hash!, 'base64'))] }]
    },
  }
  const server = createServer(async (request, response) => {
    const [, version, method] = /^\/csc\/v([12])\/(.+)$/.exec(request.url!) ?? ['', '', '']
    const body = await bodyOf(request)
    service.asked.push({ method, body })
    const [status, said] = answer(method, version!, body, request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  })
  const answer = (
    method: string,
    version: string,
    body: Record<string, unknown>,
    request: IncomingMessage,
  ): [number, object] => {
    if (service.failing?.method === method) return [service.failing.status, { error: 'server_error' }]
    if (method === 'oauth2/token') {
      if (body.client_id !== 'node' || body.client_secret !== 'client-secret') return [401, { error: 'invalid_client' }]
      const access_token = randomBytes(12).toString('base64url')
      tokens.add(access_token)
      return [200, { access_token, token_type: 'Bearer', expires_in: 3600 }]
    }
    if (!tokens.has((request.headers.authorization ?? '').replace('Bearer ', '')))
      return [401, { error: 'invalid_token' }]
    return answers[method]?.(body, version) ?? [404, { error: 'not_found' }]
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  service.close = () => {
    server.closeAllConnections()
    return new Promise((done) => server.close(() => done()))
  }
  return service
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += chunk
  if (request.headers['content-type']?.startsWith('application/json')) return JSON.parse(text)
  return Object.fromEntries(new URLSearchParams(text))
}

/** A hash that was made elsewhere: RSA over DigestInfo; ECDSA as the two numbers side by side. */
function signHash(pem: string, hash: Buffer): string {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType === 'rsa') return privateEncrypt(key, Buffer.concat([digestInfo, hash])).toString('base64')
  return signed(pem, hash).toString('base64')
}

function signed(pem: string, hash: Buffer): Buffer {
  const ecdsa = p256.sign(hash, secretOf(pem), { prehash: false, lowS: false })
  return Buffer.from(ecdsa)
}

function secretOf(pem: string): Uint8Array {
  return new Uint8Array(Buffer.from(createPrivateKey(pem).export({ format: 'jwk' }).d!, 'base64url'))
}
