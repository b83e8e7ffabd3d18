/**
 * The CMS signature inside a PAdES baseline signature (RFC 5652; ETSI EN 319 122-1 and 319 142-1): one SignerInfo with
 * exactly three signed attributes. The claimed time stands in /M of the PDF signature, so a signing-time attribute is
 * not allowed here. One input has one spelling, apart from the random part of an ECDSA signature.
 */
import {
  attribute,
  childrenOf,
  decode,
  encode,
  inDerOrder,
  int,
  issuerAndSerial,
  nil,
  octets,
  oid,
  seq,
  set,
  tagged,
} from '#src/platform/asn1.ts'
import { sha256 } from '#src/platform/digest.ts'

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  /** Unsigned: an RFC 3161 token over the signature value (RFC 3161 appendix A; EN 319 122-1, 5.3). */
  signatureTimeStamp: '1.2.840.113549.1.9.16.2.14',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
}

/**
 * The signed attributes as they are hashed and signed: a DER SET, its members in DER order.
 * @param leaf DER of the signer's certificate
 * @param digest SHA-256 of the bytes the /ByteRange covers
 */
export function signedAttributes(leaf: Uint8Array, digest: Uint8Array): Uint8Array<ArrayBuffer> {
  const { issuer, serial } = issuerAndSerial(leaf)
  const certificateId = seq(octets(sha256(leaf)), seq(seq(tagged(4, issuer)), serial))
  const attributes = [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    attribute(oids.signingCertificateV2, seq(seq(certificateId))),
  ]
  return encode(set(...inDerOrder(attributes)))
}

export interface CmsParts {
  /** DER of the signer's certificate and, where there are any, those between it and the root; the signer's first. */
  chain: Uint8Array[]
  digest: Uint8Array
  algorithm: 'rsa' | 'ec'
  /** RSASSA-PKCS1-v1_5, or ECDSA as DER. */
  signature: Uint8Array
  /** DER of a time-stamp token over the signature. */
  token?: Uint8Array
}

/** Puts the parts together. @returns DER of a ContentInfo */
export function buildCms({ chain, digest, algorithm, signature, token }: CmsParts): Uint8Array<ArrayBuffer> {
  const leaf = chain[0]!
  const { issuer, serial } = issuerAndSerial(leaf)
  const attributes = tagged(0, ...childrenOf(decode(signedAttributes(leaf, digest))))
  const how = algorithm === 'rsa' ? seq(oid(oids.rsaWithSha256), nil()) : seq(oid(oids.ecdsaWithSha256))
  const unsigned = token ? [tagged(1, attribute(oids.signatureTimeStamp, decode(token)))] : []
  const signerInfo = seq(
    int(1),
    seq(issuer, serial),
    seq(oid(oids.sha256)),
    attributes,
    how,
    octets(signature),
    ...unsigned,
  )
  const signedData = seq(
    int(1),
    set(seq(oid(oids.sha256))),
    seq(oid(oids.data)),
    tagged(0, ...chain.map(decode)),
    set(signerInfo),
  )
  return encode(seq(oid(oids.signedData), tagged(0, signedData)))
}
