/** Whether a time-stamp says what it should and somebody trusted says it (RFC 3161 section 2.2, RFC 5816). */
import { bytesOf, childrenOf, decode, encode } from '#src/platform/asn1.ts'
import { sameBytes } from '#src/platform/bytes.ts'
import { type Certificate, certificatesIn, pemOf } from '#src/platform/certificate.ts'
import { isAuthority, issued, mayBeUsedFor, purposesOf } from '#src/platform/certificate-uses.ts'
import { digest } from '#src/platform/digest.ts'
import { isSignature } from '#src/platform/public-key.ts'
import { oids } from './oids.ts'
import { isNamed, readToken, type Token } from './read-token.ts'
import { magnitude } from './request.ts'

export type StampFault =
  | 'malformed'
  | 'not_granted'
  | 'imprint_differs'
  | 'nonce_differs'
  | 'signer_unknown'
  | 'not_for_time_stamping'
  | 'digest_differs'
  | 'certificate_differs'
  | 'signature_wrong'
  | 'certificate_not_valid_then'
  | 'no_trusted_root'

export interface StampExpected {
  /** SHA-256 of what was to be stamped. */
  imprint: Uint8Array
  /** Only where a reply is checked as it comes; a token kept for later is checked without. */
  nonce?: Uint8Array
  /** PEM. */
  roots: string[]
  /** Certificates the token may not carry: the signer's, or those between it and the root. PEM. */
  known?: string[]
}

export interface Stamp {
  at: Temporal.Instant
  policy: string
  serial: string
  /** The signer's certificate, PEM. */
  certificate: string
  /** When the first certificate between it and the root ends: by then a newer stamp must cover this one. */
  until: Temporal.Instant
  /** DER, to be kept. */
  token: Uint8Array
}

/** Checks the reply to a request: it must grant a token, and the token must be right. Never throws. */
export function verifyReply(reply: Uint8Array, expected: StampExpected): Stamp | StampFault {
  try {
    const [status, token] = childrenOf(decode(reply))
    const [granted] = bytesOf(childrenOf(status)[0])
    if (granted === undefined) return 'malformed'
    if (granted > 1 || !token) return 'not_granted'
    return verifyToken(encode(token), expected)
  } catch {
    return 'malformed'
  }
}

/** Checks a token. Never throws. */
export function verifyToken(der: Uint8Array, expected: StampExpected): Stamp | StampFault {
  try {
    const token = readToken(der)
    const signer = signerOf(token, expected)
    const fault = contentFault(token, expected)
    if (fault || !signer) return fault ?? 'signer_unknown'
    const path = signerPath(token, signer, expected)
    if (typeof path === 'string') return path
    const { at, policy, serial } = token
    const until = Temporal.Instant.fromEpochMilliseconds(Math.min(...path.map(({ notAfter }) => notAfter)))
    return { at, policy, serial, certificate: pemOf(signer), until, token: der }
  } catch {
    return 'malformed'
  }
}

const certificates = (pems: string[]) => pems.flatMap(certificatesIn)

function signerOf(token: Token, { known = [] }: StampExpected): Certificate | undefined {
  return [...token.certificates, ...certificates(known)].find((one) => isNamed(token.signer, one))
}

function contentFault(token: Token, { imprint, nonce }: StampExpected): StampFault | undefined {
  if (token.imprintAlgorithm !== oids.sha256 || !sameBytes(token.imprint, imprint)) return 'imprint_differs'
  if (nonce && (!token.nonce || !sameBytes(token.nonce, magnitude(nonce)))) return 'nonce_differs'
  return undefined
}

/** From the signer's certificate to a root, or what is wrong with the signature. */
function signerPath(token: Token, certificate: Certificate, expected: StampExpected): Certificate[] | StampFault {
  const { digest: algorithm, messageDigest, certificateHash, contentType, signed, signature } = token.signer
  if (!isForStampsOnly(certificate)) return 'not_for_time_stamping'
  if (contentType !== oids.tstInfo || !sameBytes(messageDigest, digest(algorithm, token.content)))
    return 'digest_differs'
  if (!certificateHash || !sameBytes(certificateHash.hash, digest(certificateHash.algorithm, certificate.raw)))
    return 'certificate_differs'
  if (!isSignature(certificate.key, algorithm, signed, signature)) return 'signature_wrong'
  const path = pathToRoot(certificate, token, expected)
  if (!path) return 'no_trusted_root'
  return path.every((one) => isValidAt(one, token.at)) ? path : 'certificate_not_valid_then'
}

/** RFC 3161 section 2.3: one extended key usage, time-stamping, and critical. */
function isForStampsOnly(certificate: Certificate): boolean {
  const purpose = purposesOf(certificate)
  const says = (what: 'digitalSignature' | 'nonRepudiation') => mayBeUsedFor(certificate, what)
  const signs = says('digitalSignature') !== false || says('nonRepudiation') === true
  const only = purpose?.critical === true && purpose.oids.join() === oids.timeStamping
  return only && signs && !isAuthority(certificate)
}

const isValidAt = ({ notBefore, notAfter }: Certificate, at: Temporal.Instant) =>
  notBefore <= at.epochMilliseconds && at.epochMilliseconds <= notAfter

/** From the signer to a root, over authorities the token carries or we know; a chain longer than six is none. */
function pathToRoot(leaf: Certificate, token: Token, { roots, known = [] }: StampExpected): Certificate[] | undefined {
  const trusted = certificates(roots)
  const between = [...token.certificates, ...certificates(known)].filter(isAuthority)
  const path = [leaf]
  while (path.length < 6) {
    const last = path.at(-1)!
    const root = trusted.find((one) => isAuthority(one) && issued(one, last))
    if (root) return [...path, root]
    const next = between.find((one) => !path.includes(one) && issued(one, last))
    if (!next) return undefined
    path.push(next)
  }
  return undefined
}
