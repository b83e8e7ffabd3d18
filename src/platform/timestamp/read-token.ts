/** Takes a time-stamp token apart, without believing anything of it. */
import { GeneralizedTime } from 'asn1js'
import {
  type Asn1,
  bytesOf,
  childrenOf,
  decode,
  encode,
  issuerAndSerial,
  isTagged,
  oidOf,
  rawOf,
  set,
} from '#src/platform/asn1.ts'
import { sameBytes, toHex } from '#src/platform/bytes.ts'
import { type Certificate, readCertificate, signatureDigests } from '#src/platform/certificate.ts'
import { isDer } from '#src/platform/der.ts'
import type { DigestName } from '#src/platform/digest.ts'
import { digests, oids } from './oids.ts'
import { magnitude } from './request.ts'

export interface Token {
  /** The statement, as it was signed. */
  content: Uint8Array
  imprint: Uint8Array
  imprintAlgorithm: string
  nonce: Uint8Array | undefined
  policy: string
  /** Hex. */
  serial: string
  at: Temporal.Instant
  /** Everything the token carries; who signed is among them, or known otherwise. */
  certificates: Certificate[]
  signer: TokenSigner
}

export interface TokenSigner {
  issuer: Uint8Array
  serial: Uint8Array
  digest: DigestName
  /** The signed attributes as they were hashed. */
  signed: Uint8Array
  contentType: string | undefined
  messageDigest: Uint8Array
  /** Hash of the signer's certificate, and what it was hashed with. */
  certificateHash: { hash: Uint8Array; algorithm: DigestName } | undefined
  signature: Uint8Array
}

/** @throws {Error} where it is not a token */
export function readToken(der: Uint8Array): Token {
  if (!isDer(der)) throw new Error('not DER')
  const whole = decode(der)
  const [type, outer] = childrenOf(whole)
  const data = childrenOf(outer)[0]
  const parts = childrenOf(data)
  const [contentType, content] = childrenOf(parts[2])
  const signers = childrenOf(parts.at(-1))
  if (oidOf(type) !== oids.signedData || oidOf(contentType) !== oids.tstInfo) throw new Error('not a time-stamp')
  if (signers.length !== 1) throw new Error('not one signer')
  checkUnsigned(parts, childrenOf(signers[0]))
  const framed =
    areTagged(sequence, whole, data, parts[2], signers[0]) &&
    areTagged(explicit, outer, content) &&
    areTagged(aSet, parts[1], parts.at(-1)) &&
    areTagged(octets, childrenOf(content)[0])
  if (!framed) throw new Error('not framed as a time-stamp')
  const statement = bytesOf(childrenOf(content)[0])
  const carried = parts.find((node, i) => i > 2 && isTagged(node, 0))
  const certificates = childrenOf(carried).map((node) => readCertificate(rawOf(node)))
  return { ...readInfo(statement), content: statement, certificates, signer: readSigner(childrenOf(signers[0])) }
}

const [sequence, aSet, octets, integer, explicit] = [0x30, 0x31, 0x04, 0x02, 0xa0]
const areTagged = (tag: number, ...nodes: (Asn1 | undefined)[]) => nodes.every((node) => node && rawOf(node)[0] === tag)

/**
 * What no signature covers says only what the rest says as well (RFC 5652 5.1, 5.3; RFC 3161 2.4.2): the versions, the digest
 * named among those of the whole, and a way of signing that goes with it.
 */
function checkUnsigned([version, digestAlgorithms]: Asn1[], [own, identifier, digest, , way]: Asn1[]): void {
  const algorithm = algorithmIn(digest)
  const named = childrenOf(digestAlgorithms).map(algorithmIn)
  const signing = algorithmIn(way)
  const goesWith = signing in signatureDigests && signatureDigests[signing] === digests[algorithm]
  if (!isNumber(version, 3) || !isNumber(own, 1) || !areTagged(sequence, identifier)) throw new Error('another version')
  if (!named.includes(algorithm) || !(signing in keysOnly || goesWith))
    throw new Error('algorithms that do not go together')
}

/** An algorithm without parameters, or with NULL in their place. @returns its object identifier */
function algorithmIn(node: Asn1 | undefined): string {
  const [name, ...parameters] = childrenOf(node)
  const bare = parameters.every((one) => sameBytes(rawOf(one), Uint8Array.of(5, 0)))
  const identifier = oidOf(name)
  if (!areTagged(sequence, node) || !identifier || parameters.length > 1 || !bare) throw new Error('not an algorithm')
  return identifier
}

const isNumber = (node: Asn1 | undefined, number: number) =>
  !!node && areTagged(integer, node) && sameBytes(bytesOf(node), Uint8Array.of(number))

/** Where the key alone is named, the digest says the rest. */
const keysOnly = { '1.2.840.113549.1.1.1': 'RSA', '1.2.840.10045.2.1': 'EC' }

function readInfo(content: Uint8Array) {
  const [version, policy, imprint, serial, time, ...rest] = childrenOf(decode(content))
  const [algorithm, hash] = childrenOf(imprint)
  if (!sameBytes(bytesOf(version), Uint8Array.of(1)) || !(time instanceof GeneralizedTime)) throw new Error('no time')
  const nonce = rest.find((node) => node.idBlock.tagClass === 1 && node.idBlock.tagNumber === 2)
  return {
    imprint: bytesOf(hash),
    imprintAlgorithm: oidOf(childrenOf(algorithm)[0]) ?? '',
    nonce: nonce && magnitude(bytesOf(nonce)),
    policy: oidOf(policy) ?? '',
    serial: toHex(bytesOf(serial)),
    at: Temporal.Instant.fromEpochMilliseconds(time.toDate().getTime()),
  }
}

function readSigner([, identifier, algorithm, signed, , signature]: Asn1[]): TokenSigner {
  const [issuer, serial] = childrenOf(identifier)
  const digest = digests[oidOf(childrenOf(algorithm)[0]) ?? '']
  if (!issuer || !serial || !digest || !isTagged(signed, 0)) throw new Error('a signer not understood')
  const attributes = childrenOf(signed)
  const only = (type: string) => {
    const found = attributes.filter((node) => oidOf(childrenOf(node)[0]) === type)
    const values = childrenOf(childrenOf(found[0])[1])
    return found.length === 1 && values.length === 1 ? values[0] : undefined
  }
  return {
    issuer: rawOf(issuer),
    serial: rawOf(serial),
    digest,
    signed: encode(set(...attributes)),
    contentType: oidOf(only(oids.contentType)),
    messageDigest: bytesOf(only(oids.messageDigest)),
    certificateHash: certificateHash(only(oids.signingCertificateV2), only(oids.signingCertificate)),
    signature: bytesOf(signature),
  }
}

/** The first ESSCertID names the signer; its hash algorithm is SHA-256 where version 2 does not say, SHA-1 in version 1. */
function certificateHash(second: Asn1 | undefined, first: Asn1 | undefined): TokenSigner['certificateHash'] {
  const fields = childrenOf(childrenOf(childrenOf(second ?? first)[0])[0])
  const named = second && fields[0] && oidOf(childrenOf(fields[0])[0])
  const algorithm = second ? (named ? digests[named] : 'sha256') : 'sha1'
  const hash = bytesOf(named ? fields[1] : fields[0])
  return algorithm && hash.length > 0 ? { hash, algorithm } : undefined
}

/** Whether a certificate is the one a token names as its signer's. */
export function isNamed({ issuer, serial }: TokenSigner, certificate: Certificate): boolean {
  const own = issuerAndSerial(certificate.raw)
  return sameBytes(rawOf(own.issuer), issuer) && sameBytes(rawOf(own.serial), serial)
}
