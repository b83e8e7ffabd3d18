/** Whether a time-stamp says what it should and somebody trusted says it (RFC 3161 section 2.2, RFC 5816). */
import 'reflect-metadata'
import { createHash, verify, X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { bytesOf, childrenOf, decode, encode } from '#src/platform/asn1.ts'
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
    const ends = Math.min(...path.map(({ validToDate }) => validToDate.getTime()))
    const until = Temporal.Instant.fromEpochMilliseconds(ends)
    return { at, policy, serial, certificate: signer.toString(), until, token: der }
  } catch {
    return 'malformed'
  }
}

const certificates = (pems: string[]) => pems.map((pem) => new X509Certificate(pem))

function signerOf(token: Token, { known = [] }: StampExpected): X509Certificate | undefined {
  return [...token.certificates, ...certificates(known)].find((one) => isNamed(token.signer, one))
}

function contentFault(token: Token, { imprint, nonce }: StampExpected): StampFault | undefined {
  if (token.imprintAlgorithm !== oids.sha256 || !token.imprint.equals(imprint)) return 'imprint_differs'
  if (nonce && (!token.nonce || Buffer.compare(token.nonce, magnitude(nonce)) !== 0)) return 'nonce_differs'
  return undefined
}

/** From the signer's certificate to a root, or what is wrong with the signature. */
function signerPath(
  token: Token,
  certificate: X509Certificate,
  expected: StampExpected,
): X509Certificate[] | StampFault {
  const { digest, messageDigest, certificateHash, contentType, signed, signature } = token.signer
  const hashed = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest()
  if (!isForStampsOnly(certificate)) return 'not_for_time_stamping'
  if (contentType !== oids.tstInfo || !messageDigest.equals(hashed(digest, token.content))) return 'digest_differs'
  if (!certificateHash?.hash.equals(hashed(certificateHash.algorithm, certificate.raw))) return 'certificate_differs'
  const key = { key: certificate.publicKey, dsaEncoding: 'der' } as const
  if (!verify(digest, signed, key, signature)) return 'signature_wrong'
  const path = pathToRoot(certificate, token, expected)
  if (!path) return 'no_trusted_root'
  return path.every((one) => isValidAt(one, token.at)) ? path : 'certificate_not_valid_then'
}

/** RFC 3161 section 2.3: one extended key usage, time-stamping, and critical. */
function isForStampsOnly(certificate: X509Certificate): boolean {
  const read = new x509.X509Certificate(certificate.raw)
  const purpose = read.getExtension(x509.ExtendedKeyUsageExtension)
  const usage = read.getExtension(x509.KeyUsagesExtension)
  const signs =
    !usage || (usage.usages & (x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation)) !== 0
  const only = purpose?.critical === true && purpose.usages.map(String).join() === oids.timeStamping
  return only && signs && !certificate.ca
}

const isValidAt = ({ validFromDate, validToDate }: X509Certificate, at: Temporal.Instant) =>
  validFromDate.getTime() <= at.epochMilliseconds && at.epochMilliseconds <= validToDate.getTime()

const issued = (issuer: X509Certificate, subject: X509Certificate) =>
  subject.checkIssued(issuer) && subject.verify(issuer.publicKey)

/** From the signer to a root, over authorities the token carries or we know; a chain longer than six is none. */
function pathToRoot(
  leaf: X509Certificate,
  token: Token,
  { roots, known = [] }: StampExpected,
): X509Certificate[] | undefined {
  const trusted = certificates(roots)
  const between = [...token.certificates, ...certificates(known)].filter((one) => one.ca)
  const path = [leaf]
  while (path.length < 6) {
    const last = path.at(-1)!
    const root = trusted.find((one) => one.ca && issued(one, last))
    if (root) return [...path, root]
    const next = between.find((one) => !path.includes(one) && issued(one, last))
    if (!next) return undefined
    path.push(next)
  }
  return undefined
}
