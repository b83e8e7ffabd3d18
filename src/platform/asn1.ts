/** Building and reading DER: the few shapes our signatures and time-stamps need, over asn1js. */
import * as asn1 from 'asn1js'
import { compareBytes, concat, fromHex } from './bytes.ts'

export type Asn1 = asn1.AsnType

export const seq = (...value: Asn1[]) => new asn1.Sequence({ value })
export const set = (...value: Asn1[]) => new asn1.Set({ value })
export const oid = (value: string) => new asn1.ObjectIdentifier({ value })
export const int = (value: number) => new asn1.Integer({ value })
export const octets = (raw: Uint8Array) => new asn1.OctetString({ valueHex: new Uint8Array(raw) })
export const nil = () => new asn1.Null()
/** `[n]` around values. */
export const tagged = (tagNumber: number, ...value: Asn1[]) =>
  new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber }, value })
export const attribute = (type: string, value: Asn1) => seq(oid(type), set(value))
export const encode = (node: Asn1): Uint8Array<ArrayBuffer> => new Uint8Array(node.toBER())

/** A positive integer of any length, from its bytes. */
export function bigInt(bytes: Uint8Array): Asn1 {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first)
  const positive = digits[0]! >= 0x80 ? concat([Uint8Array.of(0), digits]) : digits
  return new asn1.Integer({ valueHex: new Uint8Array(positive) })
}

/** DER back to a node, so that parts of a certificate can be used byte for byte. @throws {Error} where it is no DER */
export function decode(der: Uint8Array): Asn1 {
  const { offset, result } = asn1.fromBER(new Uint8Array(der))
  if (offset !== der.length) throw new Error('not one DER value')
  return result
}

export const childrenOf = (node: Asn1 | undefined): Asn1[] => {
  const value = (node as asn1.Sequence | undefined)?.valueBlock?.value
  return Array.isArray(value) ? (value as Asn1[]) : []
}

/** The bytes a node was decoded from. */
export const rawOf = (node: Asn1): Uint8Array<ArrayBuffer> => new Uint8Array(node.valueBeforeDecodeView)

/** An object identifier in dots, however large its arcs; undefined where the node is none. */
export function oidOf(node: Asn1 | undefined): string | undefined {
  if (!(node instanceof asn1.ObjectIdentifier)) return undefined
  // asn1js prints an arc too large to count with as its groups of seven bits.
  const arc = (_: string, hex: string) => String(fromHex(hex).reduce((sum, group) => sum * 128n + BigInt(group), 0n))
  return node.valueBlock.toString().replace(/\{([0-9a-f]+)\}/g, arc)
}

/** The bytes of an octet string or an integer; empty where it is neither. */
export function bytesOf(node: Asn1 | undefined): Uint8Array<ArrayBuffer> {
  const block = (node as asn1.OctetString | undefined)?.valueBlock
  return new Uint8Array(block?.valueHexView ?? [])
}

/** Whether a node is `[n]`. */
export const isTagged = (node: Asn1 | undefined, tagNumber: number) =>
  node?.idBlock.tagClass === 3 && node.idBlock.tagNumber === tagNumber

/** Members in DER order, as a SET must be encoded. */
export const inDerOrder = (nodes: Asn1[]) => nodes.toSorted((a, b) => compareBytes(encode(a), encode(b)))

/** Issuer name and serial number of a certificate, as they stand in it. */
export function issuerAndSerial(certificate: Uint8Array): { issuer: Asn1; serial: Asn1 } {
  const fields = childrenOf(childrenOf(decode(certificate))[0])
  const first = fields[0]?.idBlock.tagClass === 3 ? 1 : 0
  const [serial, , issuer] = fields.slice(first)
  if (!serial || !issuer) throw new Error('not a certificate')
  return { issuer, serial }
}
