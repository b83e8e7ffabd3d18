/**
 * A key kept by a remote signing service that speaks the Cloud Signature Consortium's API: version 1 as it is found in the field
 * (1.0.4.0), or version 2. The hash goes there, the signature comes back; the key never leaves.
 */
import { createHash, X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { Signer } from '#src/platform/pades/index.ts'

export interface RemoteKey {
  /** Without the version: `https://csc.example.edu`. */
  url: string
  version: 1 | 2
  credential: string
  clientId: string
  clientSecret: string
  pin: string
  /** Milliseconds to wait for each answer. */
  patience: number
}

const sha256Oid = '2.16.840.1.101.3.4.2.1'
const algorithms = { rsa: '1.2.840.113549.1.1.11', ec: '1.2.840.10045.4.3.2' }

const tokenShape = z.object({ access_token: z.string().min(1) })
const infoShape = z.object({
  key: z.object({ status: z.string() }),
  cert: z.object({ certificates: z.array(z.string()).min(1).max(10) }),
})
const authorizeShape = z.object({ SAD: z.string().min(1) })
const signedShape = z.object({ signatures: z.array(z.string()).length(1) })

/** What went wrong with the service, for the administrator; never a secret. */
export class RemoteFault extends Error {}

/** Asks the service for the certificate and its chain. @throws RemoteFault */
export async function remoteChain(key: RemoteKey): Promise<Uint8Array[]> {
  const token = await authenticate(key)
  const asked = { credentialID: key.credential, certificates: 'chain', certInfo: false, authInfo: false }
  const info = infoShape.safeParse(await call(key, 'credentials/info', asked, token))
  if (!info.success) throw new RemoteFault('credentials/info: answer not understood')
  if (info.data.key.status !== 'enabled') throw new RemoteFault('credentials/info: the key is disabled')
  return info.data.cert.certificates.map((base64) => new Uint8Array(Buffer.from(base64, 'base64')))
}

/** @param chain as `remoteChain` gave it when the key was chosen; the same for every signature */
export function remoteSigner(key: RemoteKey, chain: Uint8Array[]): Signer {
  return {
    chain,
    sign: async (data) => {
      const hash = createHash('sha256').update(data).digest('base64')
      const token = await authenticate(key)
      const SAD = await authorize(key, hash, token)
      const { publicKey } = new X509Certificate(chain[0]!)
      const kind = publicKey.asymmetricKeyType === 'rsa' ? 'rsa' : 'ec'
      const named =
        key.version === 1 ? { hash: [hash], hashAlgo: sha256Oid } : { hashes: [hash], hashAlgorithmOID: sha256Oid }
      const asked = { credentialID: key.credential, SAD, ...named, signAlgo: algorithms[kind] }
      const signed = signedShape.safeParse(await call(key, 'signatures/signHash', asked, token))
      if (!signed.success) throw new RemoteFault('signatures/signHash: answer not understood')
      const signature = new Uint8Array(Buffer.from(signed.data.signatures[0]!, 'base64'))
      return kind === 'ec' ? derOf(signature) : signature
    },
  }
}

async function authenticate(key: RemoteKey): Promise<string> {
  const { clientId: client_id, clientSecret: client_secret } = key
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })
  const token = tokenShape.safeParse(await post(key, 'oauth2/token', body, {}))
  if (!token.success) throw new RemoteFault('oauth2/token: answer not understood')
  return token.data.access_token
}

/** The service lets this one hash be signed, against the PIN. */
async function authorize(key: RemoteKey, hash: string, token: string): Promise<string> {
  const common = { credentialID: key.credential, numSignatures: 1 }
  const asked =
    key.version === 1
      ? { ...common, hash: [hash], PIN: key.pin }
      : { ...common, hashes: [hash], hashAlgorithmOID: sha256Oid, authData: [{ id: 'PIN', value: key.pin }] }
  const answer = authorizeShape.safeParse(await call(key, 'credentials/authorize', asked, token))
  if (!answer.success) throw new RemoteFault('credentials/authorize: answer not understood')
  return answer.data.SAD
}

const call = (key: RemoteKey, method: string, body: object, token: string) =>
  post(key, method, JSON.stringify(body), { 'content-type': 'application/json', authorization: `Bearer ${token}` })

/** Far more than any answer says. */
const longest = 200_000

async function post(
  { url, version, patience }: RemoteKey,
  method: string,
  body: string | URLSearchParams,
  headers: Record<string, string>,
): Promise<unknown> {
  const address = `${url}/csc/v${version}/${method}`
  try {
    const signal = AbortSignal.timeout(patience)
    const response = await fetch(address, { method: 'POST', body, headers, signal, redirect: 'error' })
    const text = (await response.text()).slice(0, longest)
    if (response.status !== 200) throw new RemoteFault(`${method}: answered ${response.status} ${text.slice(0, 200)}`)
    return JSON.parse(text)
  } catch (problem) {
    if (problem instanceof RemoteFault) throw problem
    throw new RemoteFault(`${method}: ${(problem as Error).message}`)
  }
}

/** Some services answer with the two numbers of an ECDSA signature side by side; CMS wants them in DER. */
function derOf(signature: Uint8Array): Uint8Array {
  const isDer = signature[0] === 0x30 && signature[1] === signature.length - 2
  if (isDer) return signature
  const half = signature.length / 2
  const numbers = [signature.subarray(0, half), signature.subarray(half)].map((number) => {
    const first = number.findIndex((byte) => byte !== 0)
    const digits = Buffer.from(number.subarray(first < 0 ? number.length - 1 : first))
    const positive = digits[0]! >= 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits
    return Buffer.concat([Buffer.from([2, positive.length]), positive])
  })
  const body = Buffer.concat(numbers)
  return Buffer.concat([
    body.length < 0x80 ? Buffer.from([0x30, body.length]) : Buffer.from([0x30, 0x81, body.length]),
    body,
  ])
}
