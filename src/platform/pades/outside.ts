/** The certificates in a signed document whose revocation lists must be asked for elsewhere, at addresses that stand in them. */
import { bytesOf, childrenOf, decode, isTagged } from '#src/platform/asn1.ts'
import { fromLatin1 } from '#src/platform/bytes.ts'
import { type Certificate, fingerprintOf } from '#src/platform/certificate.ts'
import { isAuthority, issued } from '#src/platform/certificate-uses.ts'
import { readDocument } from './reading.ts'
import { isListOf, readList } from './revocation-list.ts'
import { checkAll, type VerifyOptions } from './verify.ts'

/** A certificate that somebody above it may have revoked. */
export interface Listed {
  certificate: Certificate
  issuer: Certificate
  /** Where its issuer's list is found, by http or https. */
  addresses: string[]
}

/** Every certificate of signers and stamps that names an address for its issuer's list, each once; the issuer is at hand. */
export function listedCertificates(file: Uint8Array, options: VerifyOptions): Listed[] {
  const reading = readDocument(file)
  const { findings, evidence } = checkAll(file, reading, options)
  const stamps = [...findings.flatMap(({ stamp }) => stamp ?? []), ...evidence.stamps.map(({ finding }) => finding)]
  const carried = stamps.flatMap((stamp) => stamp.carried)
  const used = [...findings.flatMap(({ chain }) => chain), ...carried]
  const authorities = [...evidence.stampRoots, ...evidence.certificates, ...used].filter(isAuthority)
  const found = new Map<string, Listed>()
  for (const certificate of [...used, ...evidence.certificates]) {
    const issuer = authorities.find((one) => one !== certificate && issued(one, certificate))
    const addresses = listAddresses(certificate)
    if (issuer && addresses.length > 0) found.set(fingerprintOf(certificate), { certificate, issuer, addresses })
  }
  return [...found.values()]
}

/** Whether these bytes are a list its issuer signed, current on a day. */
export function isCurrentListOf(der: Uint8Array, issuer: Certificate, at: Temporal.Instant): boolean {
  const list = readList(der)
  if (!list || !isListOf(list, issuer)) return false
  return !list.nextUpdate || Temporal.Instant.compare(list.nextUpdate, at) >= 0
}

/** When a list wants to be followed by a newer one. @returns undefined where these bytes are no list */
export function listTimes(der: Uint8Array): { nextUpdate: Temporal.Instant | null } | undefined {
  const list = readList(der)
  return list && { nextUpdate: list.nextUpdate ?? null }
}

const longestAddress = 500

/** RFC 5280 4.2.1.13: full names that are addresses of the web; what is restricted to some reasons or signed by others is passed by. */
export function listAddresses({ extensions }: Certificate): string[] {
  const extension = extensions.get('2.5.29.31')
  if (!extension) return []
  try {
    return childrenOf(decode(extension.value)).flatMap((point) => {
      const parts = childrenOf(point)
      if (parts.length !== 1 || !isTagged(parts[0], 0)) return []
      const [names] = childrenOf(parts[0])
      if (!isTagged(names, 0)) return []
      const addresses = childrenOf(names)
        .filter((one) => isTagged(one, 6))
        .map((one) => fromLatin1(bytesOf(one)))
      return addresses.filter((one) => /^https?:\/\//.test(one) && one.length <= longestAddress && URL.canParse(one))
    })
  } catch {
    return []
  }
}
