/** A certificate an office-holder brings along: where its key is, and how it signs. */
import { randomBytes, verify, X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { certificatesOf, describeCertificate, fingerprint } from '#src/platform/keys/index.ts'
import { localSigner, type Signer } from '#src/platform/pades/index.ts'
import { hardwareSigner, remoteSigner } from '#src/platform/signers/index.ts'
import type { KeyHouse } from './house.ts'
import { refuseKeys } from './refusals.ts'
import { rootId } from './root-statement.ts'

export const ownKinds = ['pkcs12', 'pkcs11', 'csc'] as const
export type OwnKind = (typeof ownKinds)[number]

/** What must be kept secret of each kind. */
export const secretShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pkcs12'), privateKeyPem: z.string() }),
  z.object({ kind: z.literal('pkcs11'), token: z.string(), id: z.string(), pin: z.string() }),
  z.object({
    kind: z.literal('csc'),
    credential: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    pin: z.string(),
  }),
])
export type OwnSecret = z.infer<typeof secretShape>

export interface OwnChain {
  certificate: string
  /** PEM, in order; may be empty. */
  between: string
  root: string
}

const patience = 20_000

/** @throws Refusal `keys_not_configured` where the operator has taken module or service out of the configuration */
export function ownSigner({ sources }: KeyHouse, { certificate, between }: OwnChain, secret: OwnSecret): Signer {
  const rest = certificatesOf(between)
  if (secret.kind === 'pkcs12')
    return localSigner({ certificatePem: certificate, privateKeyPem: secret.privateKeyPem, between: rest })
  const chain = [certificate, ...rest].map((pem) => new X509Certificate(pem).raw)
  if (secret.kind === 'pkcs11') {
    const module = sources?.module ?? refuseKeys('keys_not_configured')
    return hardwareSigner({ ...secret, module, patience }, chain)
  }
  const service = sources?.service ?? refuseKeys('keys_not_configured')
  return remoteSigner({ ...secret, ...service, patience }, chain)
}

/** Orders certificates from the signer's to the root. @throws Refusal `chain_without_root` */
export function orderedChain(leaf: string, others: string[]): OwnChain {
  const between: string[] = []
  for (let last = new X509Certificate(leaf); ; ) {
    const above = others.find((pem) => isAbove(new X509Certificate(pem), last) && !between.includes(pem))
    if (!above) return refuseKeys('chain_without_root', {}, 422)
    if (rootId(above)) return { certificate: leaf, between: between.join('\n'), root: above }
    between.push(above)
    last = new X509Certificate(above)
  }
}

const isAbove = (issuer: X509Certificate, below: X509Certificate) =>
  issuer.fingerprint256 !== below.fingerprint256 && below.checkIssued(issuer) && below.verify(issuer.publicKey)

/** Signs something of no meaning, so that nobody finds out at the ceremony. @throws Refusal `own_key_does_not_sign` */
export async function trySigner(signer: Signer, certificate: string): Promise<void> {
  const data = randomBytes(32)
  const key = new X509Certificate(certificate).publicKey
  const why = await signer.sign(data).then(
    (signature) => (verify('sha256', data, { key, dsaEncoding: 'der' }, signature) ? '' : 'another key'),
    (problem: Error) => problem.message.slice(0, 300),
  )
  if (why) refuseKeys('own_key_does_not_sign', { why }, 422)
}

/** What both administrators read of it. */
export function ownDetail(kind: OwnKind, { certificate, root }: OwnChain) {
  const { name, title, serial, notAfter } = describeCertificate(certificate)
  return { name, title, serial, kind, until: notAfter.toString(), root: fingerprint(root) }
}
