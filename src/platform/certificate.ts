/** Reads certificates (RFC 5280), in Node and in browsers alike. Reading is not believing: see `pades/trust.ts`. */
import { Boolean as Asn1Boolean, BitString, GeneralizedTime, UTCTime } from 'asn1js'
import { type Asn1, bytesOf, childrenOf, decode, encode, isTagged, oidOf, rawOf, seq } from './asn1.ts'
import { fromLatin1, fromUtf8, fromUtf16, sameBytes, toHex } from './bytes.ts'
import { type DigestName, sha256 } from './digest.ts'
import { type PublicKey, readPublicKey } from './public-key.ts'

export interface Certificate {
  /** DER. */
  raw: Uint8Array
  /** As it is read aloud: `CN=王小明 Wang Xiaoming, title=President`. */
  subject: string
  issuer: string
  commonNames: string[]
  /** Hex. */
  serial: string
  /** Milliseconds since 1970. */
  notBefore: number
  notAfter: number
  key: PublicKey
  /** By object identifier: whether who does not know it must refuse, and its DER. */
  extensions: Map<string, { critical: boolean; value: Uint8Array }>
  /** What the issuer digested with; undefined for a way of signing we do not know. */
  digest: DigestName | undefined
  signed: { data: Uint8Array; by: Uint8Array; to: Uint8Array; signature: Uint8Array }
}

/** @throws {Error} where it is no certificate */
export function readCertificate(der: Uint8Array): Certificate {
  const raw = new Uint8Array(der)
  const [body, algorithm, signature] = childrenOf(decode(raw))
  const fields = childrenOf(body)
  if (!body || !algorithm || !(signature instanceof BitString)) throw new Error('not a certificate')
  if (!sameBytes(encode(seq(body, algorithm, signature)), raw)) throw new Error('not DER')
  const [serial, inner, issuer, validity, subject, key] = fields.slice(isTagged(fields[0], 0) ? 1 : 0)
  if (!serial || !inner || !issuer || !subject || !key) throw new Error('not a certificate')
  if (!sameBytes(rawOf(inner), rawOf(algorithm))) throw new Error('two algorithms in one certificate')
  const [notBefore, notAfter] = childrenOf(validity).map(timeOf)
  return {
    raw,
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    commonNames: attributesOf(subject).flatMap(({ type, text }) => (type === '2.5.4.3' ? [text] : [])),
    serial: toHex(bytesOf(serial)),
    notBefore: notBefore!,
    notAfter: notAfter!,
    key: readPublicKey(key),
    extensions: extensionsOf(fields),
    digest: signatureDigests[oidOf(childrenOf(algorithm)[0]) ?? ''],
    signed: {
      data: rawOf(body),
      by: rawOf(issuer),
      to: rawOf(subject),
      signature: new Uint8Array(signature.valueBlock.valueHexView),
    },
  }
}

/** Ways of signing, by object identifier, and what each digests with. */
export const signatureDigests: Record<string, DigestName> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.3.101.112': 'sha512',
}

function timeOf(node: Asn1): number {
  if (!(node instanceof UTCTime || node instanceof GeneralizedTime)) throw new Error('not a time')
  return node.toDate().getTime()
}

function extensionsOf(fields: Asn1[]): Certificate['extensions'] {
  const found: Certificate['extensions'] = new Map()
  for (const node of childrenOf(childrenOf(fields.find((field) => isTagged(field, 3)))[0])) {
    const parts = childrenOf(node)
    const type = oidOf(parts[0])
    if (type === undefined || found.has(type)) throw new Error('extensions out of order')
    const critical = parts[1] instanceof Asn1Boolean && parts[1].valueBlock.value
    const value = bytesOf(parts.at(-1))
    if (!isReadable(type, value)) throw new Error('an extension that cannot be read')
    found.set(type, { critical, value })
  }
  return found
}

/** Extensions somebody here reads: key identifiers, uses, constraints, where revocation lists are. */
const readExtensions = ['2.5.29.14', '2.5.29.15', '2.5.29.19', '2.5.29.31', '2.5.29.35', '2.5.29.37']

/** Looked at here, so that whoever reads one later finds DER in it. */
function isReadable(type: string, value: Uint8Array): boolean {
  if (!readExtensions.includes(type)) return true
  const inside = decode(value)
  return type !== '2.5.29.15' || inside instanceof BitString
}

const shortNames: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
}

function attributesOf(name: Asn1): { type: string; text: string }[] {
  return childrenOf(name).flatMap((set) =>
    childrenOf(set).map((pair) => {
      const [type, value] = childrenOf(pair)
      return { type: oidOf(type) ?? '', text: textOf(value) }
    }),
  )
}

/** A directory string: UTF-8, UTF-16 (BMPString), or one byte a character. */
function textOf(node: Asn1 | undefined): string {
  const tag = node?.idBlock.tagNumber
  const bytes = bytesOf(node)
  return tag === 12 ? fromUtf8(bytes) : tag === 30 ? fromUtf16(bytes) : fromLatin1(bytes)
}

/** A name in one line, with what would make it ambiguous after a backslash (RFC 4514). */
function nameOf(name: Asn1): string {
  const escaped = (text: string) =>
    text.replace(/[,+"\\<>;]/g, '\\$&').replace(/\p{Cc}/gu, (c) => `\\${toHex(Uint8Array.of(c.charCodeAt(0)))}`)
  return attributesOf(name)
    .map(({ type, text }) => `${shortNames[type] ?? type}=${escaped(text)}`)
    .join(', ')
}

/** SHA-256 of the DER, hex. */
export const fingerprintOf = ({ raw }: Certificate): string => toHex(sha256(raw))

/** All certificates in a PEM text. @throws {Error} where one cannot be read */
export function certificatesIn(pem: string): Certificate[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)
  return [...blocks].map(([, base64]) => {
    const binary = atob(base64!.replace(/\s/g, ''))
    return readCertificate(Uint8Array.from(binary, (character) => character.charCodeAt(0)))
  })
}

/** PEM, in lines of 64 characters. */
export function pemOf({ raw }: Certificate): string {
  const lines = btoa(fromLatin1(raw)).match(/.{1,64}/g)!
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
