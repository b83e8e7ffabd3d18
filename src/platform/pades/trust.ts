/** From a signer's certificate to a root somebody trusts (RFC 5280, as far as a private authority needs it). */
import { type Certificate, certificatesIn, fingerprintOf } from '#src/platform/certificate.ts'
import { constraintsOf, isAuthority, issued, mayBeUsedFor, purposesOf } from '#src/platform/certificate-uses.ts'
import { keyName } from '#src/platform/public-key.ts'
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
  path: Certificate[]
  trusted: boolean
  /** Why it is not trusted. */
  problems: Problem[]
}

const noRoot = (leaf: Certificate): Problem => ({ code: 'no_trusted_root', detail: leaf.issuer })
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
  chain: Certificate[],
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
  leaf: Certificate,
  chain: Certificate[],
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
  const fingerprint = root && fingerprintOf(root)
  const another = agreed && agreed !== fingerprint
  if (root && (another || !certificatesOf(own).includes(root))) problems.push({ code: 'another_root' })
  return {
    subject: leaf.subject,
    issuer: leaf.issuer,
    algorithm: keyName(leaf.key),
    certificate: fingerprintOf(leaf),
    root: fingerprint,
    path: path ?? [],
    trusted: problems.length === 0,
    problems,
  }
}

/** A root somebody trusts; where `party` is given, for the signatures of that side alone. */
export interface TrustedRoot {
  certificate: Certificate
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

/** Leaf, those between as carried, root; or undefined. A certificate carried is used in its order only. */
function pathToRoot(chain: Certificate[], roots: Certificate[]): Certificate[] | undefined {
  for (let length = 1; length <= chain.length; length++) {
    const carried = chain.slice(0, length)
    if (!carried.slice(1).every((issuer, i) => issued(issuer, carried[i]!))) return undefined
    const root = roots.find((r) => issued(r, carried.at(-1)!))
    if (root) return [...carried, root]
  }
  return undefined
}

function pathProblems(path: Certificate[], at: Temporal.Instant): Problem[] {
  const problems: Problem[] = []
  for (const [i, certificate] of path.entries()) {
    const detail = certificate.subject
    const time = at.epochMilliseconds
    if (time < certificate.notBefore) problems.push({ code: 'certificate_not_yet_valid', detail })
    if (time > certificate.notAfter) problems.push({ code: 'certificate_expired', detail })
    if (isWeak(certificate)) problems.push({ code: 'algorithm_weak', detail })
    const unknown = [...certificate.extensions].find(([type, { critical }]) => critical && !understood.has(type))
    if (unknown) problems.push({ code: 'certificate_extension', detail: unknown[0] })
    if (i > 0 && !maySignCertificates(certificate, i - 1)) problems.push({ code: 'not_an_authority', detail })
  }
  return problems
}

const understood = new Set(['2.5.29.15', '2.5.29.19', '2.5.29.37'])

/** @param below how many authorities stand between this one and the signer */
function maySignCertificates(certificate: Certificate, below: number): boolean {
  const { ca, below: most = below } = constraintsOf(certificate)
  return ca && below <= most && mayBeUsedFor(certificate, 'keyCertSign') === true
}

const purposes = new Set(['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4', '2.5.29.37.0'])

function leafProblems(leaf: Certificate, filled: Filled): Problem[] {
  const problems: Problem[] = []
  if (!mayBeUsedFor(leaf, 'nonRepudiation') || isAuthority(leaf)) problems.push({ code: 'key_usage' })
  if (!purposesOf(leaf)?.oids.some((oid) => purposes.has(oid))) problems.push({ code: 'key_purpose' })
  const names = leaf.commonNames
  if (!names.includes(filled.field.signer)) problems.push({ code: 'subject_differs', detail: names.join(', ') })
  return problems
}

function isWeak({ key, digest }: Certificate): boolean {
  const strong = key.kind === 'rsa' ? key.bits >= 2048 : key.kind === 'ec' && key.curve !== undefined
  return !strong || digest === undefined || digest === 'sha1'
}
