/** What a certificate says it may be used for, and whether one issued another (RFC 5280 4.2.1 and 6.1). */
import { Boolean as Asn1Boolean, type BitString } from 'asn1js'
import { bytesOf, childrenOf, decode, isTagged, oidOf } from './asn1.ts'
import { sameBytes, toHex } from './bytes.ts'
import type { Certificate } from './certificate.ts'
import { isSignature } from './public-key.ts'

/** Bits of the key usage extension, from the left. */
export const usage = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, cRLSign: 6 } as const

/** Whether the key may be used so; undefined where the certificate does not say. */
export function mayBeUsedFor({ extensions }: Certificate, what: keyof typeof usage): boolean | undefined {
  const extension = extensions.get('2.5.29.15')
  if (!extension) return undefined
  const bits = (decode(extension.value) as BitString).valueBlock.valueHexView
  const bit = usage[what]
  return ((bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0
}

/** The purposes named in the extended key usage extension; undefined where there is none. */
export function purposesOf({ extensions }: Certificate): { critical: boolean; oids: string[] } | undefined {
  const extension = extensions.get('2.5.29.37')
  return (
    extension && { critical: extension.critical, oids: childrenOf(decode(extension.value)).map((n) => oidOf(n) ?? '') }
  )
}

/** What the basic constraints say: an authority or not, and how many may stand below it. */
export function constraintsOf({ extensions }: Certificate): { ca: boolean; below: number | undefined } {
  const [first, second] = childrenOf(
    extensions.has('2.5.29.19') ? decode(extensions.get('2.5.29.19')!.value) : undefined,
  )
  const ca = first instanceof Asn1Boolean && first.valueBlock.value
  return { ca, below: second && Number(`0x${toHex(bytesOf(second))}`) }
}

/** Whether it says of itself that it is an authority. */
export const isAuthority = (certificate: Certificate): boolean =>
  constraintsOf(certificate).ca && mayBeUsedFor(certificate, 'keyCertSign') !== false

/** Whether one issued the other: name, key identifiers, permission and signature. */
export function issued(issuer: Certificate, subject: Certificate): boolean {
  if (!sameBytes(issuer.signed.to, subject.signed.by) || !identifiersAgree(issuer, subject)) return false
  if (mayBeUsedFor(issuer, 'keyCertSign') === false || !subject.digest) return false
  return isSignature(issuer.key, subject.digest, subject.signed.data, subject.signed.signature)
}

/** Authority and subject key identifiers, where both are there (RFC 5280 4.2.1.1). */
function identifiersAgree(issuer: Certificate, subject: Certificate): boolean {
  const own = issuer.extensions.get('2.5.29.14')
  const named = subject.extensions.get('2.5.29.35')
  const identifier = named && childrenOf(decode(named.value)).find((node) => isTagged(node, 0))
  return !own || !identifier || sameBytes(bytesOf(decode(own.value)), bytesOf(identifier))
}
