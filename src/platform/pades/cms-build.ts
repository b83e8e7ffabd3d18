/**
 * The CMS signature inside a PAdES baseline signature (RFC 5652; ETSI EN 319 122-1 and 319 142-1): one SignerInfo with
 * exactly three signed attributes. The claimed time stands in /M of the PDF signature, so a signing-time attribute is
 * not allowed here. One input has one spelling, apart from the random part of an ECDSA signature.
 */
import { createHash } from 'node:crypto'
import * as asn1 from 'asn1js'

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
}

type Node = asn1.AsnType

const seq = (...value: Node[]) => new asn1.Sequence({ value })
const set = (...value: Node[]) => new asn1.Set({ value })
const oid = (value: string) => new asn1.ObjectIdentifier({ value })
const int = (value: number) => new asn1.Integer({ value })
const octets = (raw: Uint8Array) => new asn1.OctetString({ valueHex: new Uint8Array(raw) })
const tagged = (tagNumber: number, ...value: Node[]) =>
  new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber }, value })
const attribute = (type: string, value: Node) => seq(oid(type), set(value))
const encode = (node: Node) => Buffer.from(node.toBER())
export const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest()

/** DER back to a node, so that parts of a certificate can be used byte for byte. @throws {Error} where it is no DER */
export function decode(der: Uint8Array): Node {
  const { offset, result } = asn1.fromBER(new Uint8Array(der))
  if (offset !== der.length) throw new Error('not one DER value')
  return result
}

export const childrenOf = (node: Node | undefined): Node[] => {
  const value = (node as asn1.Sequence | undefined)?.valueBlock?.value
  return Array.isArray(value) ? (value as Node[]) : []
}

/** The bytes a node was decoded from. */
export const rawOf = (node: Node): Buffer => Buffer.from(node.valueBeforeDecodeView)

/** Issuer name and serial number of a certificate, as they stand in it. */
function issuerAndSerial(certificate: Uint8Array): { issuer: Node; serial: Node } {
  const fields = childrenOf(childrenOf(decode(certificate))[0])
  const first = fields[0]?.idBlock.tagClass === 3 ? 1 : 0
  const [serial, , issuer] = fields.slice(first)
  if (!serial || !issuer) throw new Error('not a certificate')
  return { issuer, serial }
}

/**
 * The signed attributes as they are hashed and signed: a DER SET, its members in DER order.
 * @param leaf DER of the signer's certificate
 * @param digest SHA-256 of the bytes the /ByteRange covers
 */
export function signedAttributes(leaf: Uint8Array, digest: Uint8Array): Buffer {
  const { issuer, serial } = issuerAndSerial(leaf)
  const certificateId = seq(octets(sha256(leaf)), seq(seq(tagged(4, issuer)), serial))
  const attributes = [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    attribute(oids.signingCertificateV2, seq(seq(certificateId))),
  ]
  return encode(set(...attributes.sort((a, b) => Buffer.compare(encode(a), encode(b)))))
}

export interface CmsParts {
  /** DER of the signer's certificate and, where there are any, those between it and the root; the signer's first. */
  chain: Uint8Array[]
  digest: Uint8Array
  algorithm: 'rsa' | 'ec'
  /** RSASSA-PKCS1-v1_5, or ECDSA as DER. */
  signature: Uint8Array
}

/** Puts the parts together. @returns DER of a ContentInfo */
export function buildCms({ chain, digest, algorithm, signature }: CmsParts): Buffer {
  const leaf = chain[0]!
  const { issuer, serial } = issuerAndSerial(leaf)
  const attributes = tagged(0, ...childrenOf(decode(signedAttributes(leaf, digest))))
  const how = algorithm === 'rsa' ? seq(oid(oids.rsaWithSha256), new asn1.Null()) : seq(oid(oids.ecdsaWithSha256))
  const signerInfo = seq(int(1), seq(issuer, serial), seq(oid(oids.sha256)), attributes, how, octets(signature))
  const signedData = seq(
    int(1),
    set(seq(oid(oids.sha256))),
    seq(oid(oids.data)),
    tagged(0, ...chain.map(decode)),
    set(signerInfo),
  )
  return encode(seq(oid(oids.signedData), tagged(0, signedData)))
}
