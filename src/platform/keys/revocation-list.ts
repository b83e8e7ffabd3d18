/** Lists of revoked certificates (CRLs, RFC 5280 section 5): made by a root, read and checked against one. */
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import * as asn1 from 'asn1js'
import { signing } from './algorithms.ts'
import { algorithmOf, importKey, type KeyPair } from './certificates.ts'

const { X509CrlReason: reasons } = x509
const codes = {
  unspecified: undefined,
  key_lost: reasons.keyCompromise,
  left_office: reasons.affiliationChanged,
  replaced: reasons.superseded,
}

export interface Revoked {
  /** Lower-case hex. */
  serial: string
  at: Temporal.Instant
  reason: keyof typeof codes
}

export interface ListTimes {
  /** Grows by one with every list of a root. */
  number: number
  thisUpdate: Temporal.Instant
  nextUpdate: Temporal.Instant
}

const crlNumber = '2.5.29.20'
const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)

/** @returns DER */
export async function makeRevocationList(root: KeyPair, times: ListTimes, revoked: Revoked[]): Promise<Uint8Array> {
  const issuer = new x509.X509Certificate(root.certificatePem)
  const algorithm = algorithmOf(root.certificatePem)
  const list = await x509.X509CrlGenerator.create({
    issuer: issuer.subjectName,
    thisUpdate: date(times.thisUpdate),
    nextUpdate: date(times.nextUpdate),
    signingAlgorithm: signing[algorithm],
    signingKey: await importKey(root.privateKeyPem, algorithm),
    entries: revoked.map(({ serial, at, reason }) => ({
      serialNumber: serial,
      revocationDate: date(at),
      reason: codes[reason],
    })),
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      new x509.Extension(crlNumber, false, new asn1.Integer({ value: times.number }).toBER()),
    ],
  })
  return new Uint8Array(list.rawData)
}

export interface ReadList extends ListTimes {
  serials: string[]
}

/** What a list says, if the root signed it; undefined for everything else. */
export async function readRevocationList(der: Uint8Array, rootPem: string): Promise<ReadList | undefined> {
  try {
    const list = new x509.X509Crl(new Uint8Array(der))
    const root = new x509.X509Certificate(rootPem)
    if (list.issuer !== root.subject || !list.nextUpdate || !(await list.verify({ publicKey: root }))) return undefined
    const extension = list.extensions.find(({ type }) => type === crlNumber)
    const number = extension && asn1.fromBER(extension.value).result
    if (!(number instanceof asn1.Integer)) return undefined
    const at = (moment: Date) => Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    return {
      number: number.valueBlock.valueDec,
      thisUpdate: at(list.thisUpdate),
      nextUpdate: at(list.nextUpdate),
      serials: list.entries.map(({ serialNumber }) => serialNumber.toLowerCase()),
    }
  } catch {
    return undefined
  }
}
