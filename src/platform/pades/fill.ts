/** Signs: fills one declared field by one incremental update. Two phases inside, so a key can live elsewhere. */
import { latin1, toHex } from '#src/platform/bytes.ts'
import { readCertificate } from '#src/platform/certificate.ts'
import { sha256 } from '#src/platform/digest.ts'
import { type Dict, dict, name, ref, spellIndirect, text, type Value } from '#src/platform/pdf/objects.ts'
import { writeUpdate } from '#src/platform/pdf/write.ts'
import { refuser } from '#src/platform/refusal.ts'
import { buildCms, signedAttributes } from './cms-build.ts'
import type { DeclaredField } from './declared.ts'
import { signedAppearance } from './faces.ts'
import { pdfTime } from './pdf-time.ts'
import { type Reading, readDocument } from './reading.ts'
import { byteRangeOf, type Filled } from './revision-rule.ts'
import { checkSignature, digestOf } from './signature-check.ts'
import type { signingRefusals } from './words.ts'

/** Who signs. The key may be on this machine, in a hardware module or with a remote service. */
export interface Signer {
  /** DER: the signer's certificate, then any between it and the root. */
  chain: Uint8Array[]
  /** Signs with SHA-256: RSASSA-PKCS1-v1_5, or ECDSA in DER, as the certificate's key demands. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

/** Where a time-stamp over the signature comes from. */
export interface StampSource {
  /** Bytes to keep for a token. */
  room: number
  /** @returns DER of a token over this SHA-256, no longer than `room`; undefined where there is none to be had */
  ask(imprint: Uint8Array): Promise<Uint8Array | undefined>
}

export interface Filling {
  /** The document so far, byte for byte. */
  previous: Uint8Array
  field: string
  /** One of the ways declared for the field. */
  variant: string
  /** The time claimed, kept to the second. */
  signedAt: Temporal.Instant
  signer: Signer
  /** Bytes kept for the signature; what the chain and the key need unless given. */
  reserve?: number
  /** Asked once, after the key was used; without an answer the signature is made all the same. */
  stamp?: StampSource
}

/**
 * Fills a field. The result is checked by the same rule the other side applies, before it is returned.
 * @throws {Refusal} `document_not_acceptable` {codes}, `field_unknown`, `field_filled_before`, `variant_unknown`,
 *   `reserve_too_small` {needed, reserve} (before the key is used), `signature_not_acceptable` {codes}
 */
export async function fillField(filling: Filling): Promise<Uint8Array> {
  const reading = readDocument(filling.previous)
  if (reading.problems.length || !reading.before)
    refuse('document_not_acceptable', { codes: reading.problems.map((p) => p.code) })
  const field = reading.declared!.fields.find((f) => f.name === filling.field)
  if (!field) refuse('field_unknown', { field: filling.field })
  if (reading.before.filled.has(field.number)) refuse('field_filled_before', { field: filling.field })
  if (!field.variants.has(filling.variant)) refuse('variant_unknown', { variant: filling.variant })

  const reserve = reserveFor(filling)
  const { file, byteRange } = prepare(filling, field, reading, reserve)
  const { chain } = filling.signer
  const digest = digestOf(file, byteRange)
  const signature = await filling.signer.sign(signedAttributes(chain[0]!, digest))
  const token = await filling.stamp?.ask(sha256(signature))
  const cms = buildCms({ chain, digest, algorithm: keyKind(chain[0]!), signature, token })
  if (cms.length > reserve) refuse('reserve_too_small', { needed: cms.length, reserve })
  file.set(latin1(toHex(cms)), byteRange[1] + 1)
  checkOwn(file)
  return file
}

const refuse: ReturnType<typeof refuser<keyof typeof signingRefusals>> = refuser()

const keyKind = (leaf: Uint8Array) => (readCertificate(leaf).key.kind === 'rsa' ? 'rsa' : 'ec')

/** Longest signature the certificate's key can make, in bytes. */
function longestSignature(leaf: Uint8Array): number {
  const { key } = readCertificate(leaf)
  if (key.kind === 'rsa') return Math.ceil(key.bits / 8)
  const coordinate = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }[(key.kind === 'ec' && key.curve) || 'P-521']
  return 2 * (coordinate + 3) + 3
}

/** What frames a token inside a CMS, in bytes at most. */
const around = 64

/** Room for the CMS, known before the key is used: every part but signature and token has a fixed length. */
function reserveFor({ signer: { chain }, reserve, stamp }: Filling): number {
  const leaf = chain[0]!
  const signature = new Uint8Array(longestSignature(leaf))
  const bare = buildCms({ chain, digest: new Uint8Array(32), algorithm: keyKind(leaf), signature }).length
  const needed = bare + (stamp ? stamp.room + around : 0)
  if (reserve !== undefined && reserve < needed) refuse('reserve_too_small', { needed, reserve })
  return reserve ?? Math.ceil(needed / 256) * 256
}

/**
 * Writes the update with an empty signature. The numbers in /ByteRange depend on their own length: repeated until they
 * hold.
 */
function prepare(filling: Filling, field: DeclaredField, { before, declared }: Reading, reserve: number) {
  const previousTrailer = before!.previous.trailer
  const size = previousTrailer.get('Size') as number
  const { face, clock, reason } = field.variants.get(filling.variant)!
  const appearance = signedAppearance(field.box, { face, clock }, declared!.glyphs, declared!.objects, filling.signedAt)
  const next: Dict = new Map([...field.dict, ['AP', dict({ N: ref(size + 1) })], ['V', ref(size)]])
  const keep = (key: string): [string, Value] => [key, previousTrailer.get(key)!]
  const trailer: Dict = new Map([['Size', size + 2], keep('Root'), keep('ID'), ['Prev', before!.previous.xrefAt]])

  const start = filling.previous.length + spellIndirect(field.number, next).length
  let byteRange: Filled['byteRange'] = [0, 0, 0, 0]
  for (;;) {
    const signature = signatureDict(filling, field, reason, byteRange, reserve)
    const objects = [
      { number: field.number, value: next },
      { number: size, value: signature },
      { number: size + 1, value: appearance },
    ]
    const file = writeUpdate(filling.previous, objects, trailer)
    const actual = byteRangeOf(signature, size, start, file.length)!
    if (String(actual) === String(byteRange)) return { file, byteRange }
    byteRange = actual
  }
}

function signatureDict(
  filling: Filling,
  field: DeclaredField,
  reason: string,
  byteRange: number[],
  reserve: number,
): Dict {
  return dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    ByteRange: byteRange,
    Contents: { bytes: new Uint8Array(reserve) },
    M: pdfTime(filling.signedAt),
    Name: text(field.signer),
    Reason: text(reason),
  })
}

/** Nothing leaves that the other side would refuse. */
function checkOwn(file: Uint8Array): void {
  const { problems, filled } = readDocument(file)
  const broken = problems.length ? problems : checkSignature(file, filled.at(-1)!, []).broken
  if (broken.length) refuse('signature_not_acceptable', { codes: broken.map((p) => p.code) })
}
