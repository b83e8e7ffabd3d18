/** Reads a list of revoked certificates (CRL, RFC 5280 section 5) and asks it about one. */
import { GeneralizedTime, UTCTime } from 'asn1js'
import { type Asn1, bytesOf, childrenOf, decode, oidOf, rawOf } from '#src/platform/asn1.ts'
import { sameBytes, toHex } from '#src/platform/bytes.ts'
import type { Certificate } from '#src/platform/certificate.ts'
import { isAuthority } from '#src/platform/certificate-uses.ts'
import type { DigestName } from '#src/platform/digest.ts'
import { isSignature } from '#src/platform/public-key.ts'

export interface RevocationList {
  issuer: Uint8Array
  thisUpdate: Temporal.Instant
  nextUpdate: Temporal.Instant | undefined
  /** Serial numbers as they are encoded, in hex, and since when each counts no more. */
  revoked: Map<string, Temporal.Instant>
  signed: Uint8Array
  algorithm: string
  signature: Uint8Array
}

const digests: Record<string, DigestName> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

const isTime = (node: Asn1 | undefined): node is GeneralizedTime | UTCTime =>
  node instanceof GeneralizedTime || node instanceof UTCTime

function timeOf(node: Asn1 | undefined): Temporal.Instant {
  if (!isTime(node)) throw new Error('no time')
  return Temporal.Instant.fromEpochMilliseconds(node.toDate().getTime())
}

/** Extensions of a list we understand, should one be critical: none. Of an entry: none either. */
const critical = (extensions: Asn1 | undefined) =>
  childrenOf(extensions).some((one) => childrenOf(one).length === 3 && bytesOf(childrenOf(one)[1])[0] !== 0)

/** @returns undefined where it is no list, or one with a condition we do not know */
export function readList(der: Uint8Array): RevocationList | undefined {
  try {
    const [signed, algorithm, signature] = childrenOf(decode(der))
    const fields = childrenOf(signed)
    const [, issuer, thisUpdate, ...rest] = fields.slice(bytesOf(fields[0]).length > 0 ? 1 : 0)
    const nextUpdate = isTime(rest[0]) ? timeOf(rest[0]) : undefined
    const entries = rest.slice(nextUpdate ? 1 : 0)
    const tagged = entries.find((node) => node.idBlock.tagClass === 3)
    if (critical(childrenOf(tagged)[0])) return undefined
    const revoked = new Map<string, Temporal.Instant>()
    for (const entry of childrenOf(entries.find((node) => node !== tagged))) {
      const [serial, since, extensions] = childrenOf(entry)
      if (critical(extensions)) return undefined
      revoked.set(toHex(bytesOf(serial)), timeOf(since))
    }
    return {
      issuer: rawOf(issuer!),
      thisUpdate: timeOf(thisUpdate),
      nextUpdate,
      revoked,
      signed: rawOf(signed!),
      algorithm: oidOf(childrenOf(algorithm)[0]) ?? '',
      signature: bytesOf(signature),
    }
  } catch {
    return undefined
  }
}

/** Whether this authority signed the list. */
export function isListOf(list: RevocationList, authority: Certificate): boolean {
  const digest = digests[list.algorithm]
  if (!digest || !isAuthority(authority) || !sameBytes(authority.signed.to, list.issuer)) return false
  return isSignature(authority.key, digest, list.signed, list.signature)
}

/** Since when a certificate counts no more; undefined where the list does not name it. The list must be its issuer's. */
export const revokedSince = (list: RevocationList, certificate: Certificate): Temporal.Instant | undefined =>
  list.revoked.get(certificate.serial)
