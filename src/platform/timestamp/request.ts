/** A request for a time-stamp (RFC 3161 section 2.4.1): the hash, a nonce, and that the certificate be sent with the token. */
import { Boolean as Asn1Boolean } from 'asn1js'
import {
  type Asn1,
  bigInt,
  bytesOf,
  childrenOf,
  decode,
  encode,
  int,
  isTagged,
  nil,
  octets,
  oid,
  oidOf,
  seq,
} from '#src/platform/asn1.ts'
import { sameBytes } from '#src/platform/bytes.ts'
import { oids } from './oids.ts'

export interface StampRequest {
  /** SHA-256 of what is stamped. */
  imprint: Uint8Array
  /** Fresh and random, so that an old answer is known as one; sent without leading zero bytes. */
  nonce?: Uint8Array
  certificateWanted: boolean
}

export const requestType = 'application/timestamp-query'
export const replyType = 'application/timestamp-reply'

/** AlgorithmIdentifier and hash. */
export const imprintOf = (hash: Uint8Array): Asn1 => seq(seq(oid(oids.sha256), nil()), octets(hash))

/** @returns DER */
export function formatRequest({ imprint, nonce, certificateWanted }: StampRequest): Uint8Array {
  const more = [...(nonce ? [bigInt(nonce)] : []), ...(certificateWanted ? [new Asn1Boolean({ value: true })] : [])]
  return encode(seq(int(1), imprintOf(imprint), ...more))
}

/** Why a request cannot be answered, with the number of its PKIFailureInfo bit. */
export const failures = { bad_algorithm: 0, bad_format: 5, policy_not_ours: 15, extension_unknown: 16 } as const
export type RequestFault = keyof typeof failures

/** Reads a request. Only SHA-256 is stamped. */
export function readRequest(der: Uint8Array): StampRequest | RequestFault {
  try {
    const [version, imprint, ...rest] = childrenOf(decode(der))
    const [algorithm, hash] = childrenOf(imprint)
    if (!sameBytes(bytesOf(version), Uint8Array.of(1)) || !hash) return 'bad_format'
    if (oidOf(childrenOf(algorithm)[0]) !== oids.sha256) return 'bad_algorithm'
    if (bytesOf(hash).length !== 32) return 'bad_format'
    if (oidOf(rest[0]) !== undefined) return 'policy_not_ours'
    if (rest.some((node) => isTagged(node, 0))) return 'extension_unknown'
    return { imprint: bytesOf(hash), ...readRest(rest) }
  } catch {
    return 'bad_format'
  }
}

function readRest(rest: Asn1[]): Omit<StampRequest, 'imprint'> {
  const wanted = rest.find((node): node is Asn1Boolean => node instanceof Asn1Boolean)
  const nonce = bytesOf(rest.find((node) => node.idBlock.tagClass === 1 && node.idBlock.tagNumber === 2))
  if (nonce.length > 64) throw new Error('a nonce of unreasonable length')
  return { ...(nonce.length > 0 && { nonce: magnitude(nonce) }), certificateWanted: wanted?.valueBlock.value ?? false }
}

/** An integer's bytes without the leading zeroes DER needs for the sign: what two spellings of one number share. */
export function magnitude(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0)
  return first < 0 ? Uint8Array.of(0) : bytes.subarray(first)
}
