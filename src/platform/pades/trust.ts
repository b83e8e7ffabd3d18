/** From a signer's certificate to a root somebody trusts (RFC 5280, as far as a private authority needs it). */
import 'reflect-metadata'
import { createHash, X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { Filled } from './revision-rule.ts'
import type { Problem } from './verdict.ts'

export interface TrustFinding {
  subject: string
  issuer: string
  algorithm: string
  /** SHA-256 of the certificate's DER, hex; of the root it chains to, or null. */
  certificate: string
  root: string | null
  /** From the signer to the root; empty where there is none. */
  path: X509Certificate[]
  trusted: boolean
  /** Why it is not trusted. */
  problems: Problem[]
}

const sha256 = (certificate: X509Certificate) => createHash('sha256').update(certificate.raw).digest('hex')
const readable = (name: string) => name.split('\n').join(', ')
const noRoot = (leaf: X509Certificate): Problem => ({ code: 'no_trusted_root', detail: readable(leaf.issuer) })
const nobody: TrustFinding = {
  subject: '',
  issuer: '',
  algorithm: '',
  certificate: '',
  root: null,
  path: [],
  trusted: false,
  problems: [],
}

/**
 * Follows the chain a signature carries to one of the roots and checks what each certificate may do.
 * @param at when it is known to have stood there: the proven time, or else the one it claims
 */
export function trustOf(
  chain: X509Certificate[],
  roots: TrustedRoot[],
  filled: Filled,
  at: Temporal.Instant,
): TrustFinding {
  try {
    return chain[0] ? follow(chain[0], chain, roots, filled, at) : nobody
  } catch (error) {
    return { ...nobody, problems: [{ code: 'certificate_malformed', detail: (error as Error).message }] }
  }
}

function follow(
  leaf: X509Certificate,
  chain: X509Certificate[],
  roots: TrustedRoot[],
  filled: Filled,
  at: Temporal.Instant,
): TrustFinding {
  const { party, root: agreed } = filled.field
  const own = roots.filter((r) => r.party === undefined || r.party === party)
  const path = pathToRoot(chain, certificatesOf(own)) ?? pathToRoot(chain, certificatesOf(roots))
  const root = path?.at(-1) ?? null
  const problems: Problem[] = path ? pathProblems(path, at) : [noRoot(leaf)]
  problems.push(...leafProblems(leaf, filled))
  const fingerprint = root && sha256(root)
  const another = agreed && agreed !== fingerprint
  if (root && (another || !certificatesOf(own).includes(root))) problems.push({ code: 'another_root' })
  return {
    subject: readable(leaf.subject),
    issuer: readable(leaf.issuer),
    algorithm: algorithmName(leaf),
    certificate: sha256(leaf),
    root: fingerprint,
    path: path ?? [],
    trusted: problems.length === 0,
    problems,
  }
}

/** A root somebody trusts; where `party` is given, for the signatures of that side alone. */
export interface TrustedRoot {
  certificate: X509Certificate
  party?: string
}

const certificatesOf = (roots: TrustedRoot[]) => roots.map(({ certificate }) => certificate)

/** The roots in texts of PEM, each for the side it is given for. @throws {Error} where one cannot be read */
export function trustedRoots(given: RootText[]): TrustedRoot[] {
  return given.flatMap((one) => {
    const { pem, party } = typeof one === 'string' ? { pem: one } : one
    return certificatesIn(pem).map((certificate) => ({ certificate, party }))
  })
}

/** PEM of root certificates; with the side (as the document names it) they speak for, where that is known. */
export type RootText = string | { pem: string; party?: string }

/** All certificates in a PEM text. @throws {Error} where one cannot be read */
export function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => new X509Certificate(block))
}

/** Leaf, those between as carried, root; or undefined. A certificate carried is used in its order only. */
function pathToRoot(chain: X509Certificate[], roots: X509Certificate[]): X509Certificate[] | undefined {
  for (let length = 1; length <= chain.length; length++) {
    const carried = chain.slice(0, length)
    if (!carried.slice(1).every((issuer, i) => issued(issuer, carried[i]!))) return undefined
    const root = roots.find((r) => issued(r, carried.at(-1)!))
    if (root) return [...carried, root]
  }
  return undefined
}

export const issued = (issuer: X509Certificate, subject: X509Certificate) =>
  subject.checkIssued(issuer) && subject.verify(issuer.publicKey)

function pathProblems(path: X509Certificate[], at: Temporal.Instant): Problem[] {
  const problems: Problem[] = []
  for (const [i, certificate] of path.entries()) {
    const detail = readable(certificate.subject)
    const time = at.epochMilliseconds
    if (time < certificate.validFromDate.getTime()) problems.push({ code: 'certificate_not_yet_valid', detail })
    if (time > certificate.validToDate.getTime()) problems.push({ code: 'certificate_expired', detail })
    if (weak(certificate)) problems.push({ code: 'algorithm_weak', detail })
    const extensions = new x509.X509Certificate(certificate.raw)
    const unknown = extensions.extensions.find((e) => e.critical && !understood.has(e.type))
    if (unknown) problems.push({ code: 'certificate_extension', detail: unknown.type })
    if (i > 0 && !maySignCertificates(extensions, i - 1)) problems.push({ code: 'not_an_authority', detail })
  }
  return problems
}

const understood = new Set(['2.5.29.15', '2.5.29.19', '2.5.29.37'])
const { KeyUsageFlags } = x509

/** @param below how many authorities stand between this one and the signer */
function maySignCertificates(certificate: x509.X509Certificate, below: number): boolean {
  const constraints = certificate.getExtension(x509.BasicConstraintsExtension)
  const usages = certificate.getExtension(x509.KeyUsagesExtension)?.usages ?? 0
  return (
    constraints?.ca === true && below <= (constraints.pathLength ?? below) && (usages & KeyUsageFlags.keyCertSign) !== 0
  )
}

const purposes = new Set(['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4', '2.5.29.37.0'])

function leafProblems(leaf: X509Certificate, filled: Filled): Problem[] {
  const certificate = new x509.X509Certificate(leaf.raw)
  const usages = certificate.getExtension(x509.KeyUsagesExtension)?.usages ?? 0
  const allowed = certificate.getExtension(x509.ExtendedKeyUsageExtension)?.usages.map(String) ?? []
  const problems: Problem[] = []
  if (!(usages & KeyUsageFlags.nonRepudiation) || leaf.ca) problems.push({ code: 'key_usage' })
  if (!allowed.some((oid) => purposes.has(oid))) problems.push({ code: 'key_purpose' })
  const names = certificate.subjectName.getField('CN')
  if (!names.includes(filled.field.signer)) problems.push({ code: 'subject_differs', detail: names.join(', ') })
  return problems
}

function algorithmName({ publicKey: key }: X509Certificate): string {
  const details = key.asymmetricKeyDetails
  if (key.asymmetricKeyType === 'rsa') return `RSA ${details?.modulusLength}`
  return `ECDSA ${details?.namedCurve === 'prime256v1' ? 'P-256' : (details?.namedCurve ?? key.asymmetricKeyType)}`
}

function weak(certificate: X509Certificate): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey
  const strong =
    type === 'rsa' ? (details?.modulusLength ?? 0) >= 2048 : type === 'ec' && goodCurves.has(details?.namedCurve ?? '')
  const { hash } = new x509.X509Certificate(certificate.raw).signatureAlgorithm
  return !strong || !/^SHA-(256|384|512)$/.test(String(hash?.name))
}

const goodCurves = new Set(['prime256v1', 'secp384r1', 'secp521r1'])
