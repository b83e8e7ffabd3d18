/**
 * Builds updates like the product does, with a place to cheat at every step; the signature over the result is right.
 */
import { createPrivateKey, sign, X509Certificate } from 'node:crypto'
import { buildCms, type CmsParts, signedAttributes } from '#src/platform/pades/cms-build.ts'
import { readDeclared } from '#src/platform/pades/declared.ts'
import { signedAppearance } from '#src/platform/pades/faces.ts'
import { pdfTime } from '#src/platform/pades/pdf-time.ts'
import { byteRangeOf } from '#src/platform/pades/revision-rule.ts'
import { digestOf } from '#src/platform/pades/signature-check.ts'
import { type Layout, readLayout, type Section } from '#src/platform/pdf/layout.ts'
import {
  type Dict,
  dict,
  type Indirect,
  isDict,
  isRef,
  name,
  type Ref,
  ref,
  type Stream,
  text,
} from '#src/platform/pdf/objects.ts'
import { type NumberedObject, writeUpdate } from '#src/platform/pdf/write.ts'
import type { Honest } from './honest.ts'

/** What an honest second signature would consist of, to be changed before it is written. */
export interface Parts {
  previous: Uint8Array
  size: number
  field: NumberedObject & { value: Dict }
  signature: NumberedObject & { value: Dict }
  appearance: NumberedObject & { value: Stream }
  /** All objects of the update, in the order they are written. */
  objects: NumberedObject[]
  trailer: Dict
}

export interface Forgery {
  /** What is signed upon; the document with one signature unless given. */
  previous?: Uint8Array
  alter?(parts: Parts): void
  write?(previous: Uint8Array, objects: NumberedObject[], trailer: Dict): Uint8Array
  /** The byte range to claim and to sign. */
  range?(honest: [number, number, number, number], file: Uint8Array): [number, number, number, number]
  cms?(parts: Omit<CmsParts, 'signature'>): Uint8Array
  reserve?: number
  signedAt?: Temporal.Instant
}

/** The sections of a file, and each object's last definition. */
export function open(file: Uint8Array): { last: Section; objects: Map<number, Indirect>; layout: Layout } {
  const layout = readLayout(file, 99)
  const objects = new Map(layout.sections.flatMap((section) => [...section.objects]))
  return { last: layout.sections.at(-1)!, objects, layout }
}

/** The object a path leads to from the catalog, e.g. `['Pages', 'Kids', 0]`. */
export function follow(file: Uint8Array, path: (string | number)[]): { number: number; value: Dict } {
  const { last, objects } = open(file)
  let number = (last.trailer.get('Root') as Ref).ref
  let value: Indirect | undefined = objects.get(number)
  for (const step of path) {
    value = isDict(value) ? value.get(String(step)) : (value as Indirect[])[Number(step)]
    if (!isRef(value)) continue
    number = value.ref
    value = objects.get(number)
  }
  return { number, value: new Map(value as Dict) }
}

/** The trailer of an update that adds `added` objects. */
export function nextTrailer(file: Uint8Array, added: number): Dict {
  const { last } = open(file)
  const { trailer } = last
  const size = (trailer.get('Size') as number) + added
  return new Map([
    ['Size', size],
    ['Root', trailer.get('Root')!],
    ['ID', trailer.get('ID')!],
    ['Prev', last.xrefAt],
  ])
}

export const sizeOfFile = (file: Uint8Array) => open(file).last.trailer.get('Size') as number

function honestParts(
  honest: Honest,
  { previous = honest.signedOnce, reserve = 1280, signedAt = honest.signedAt[1] }: Forgery,
): Parts {
  const declared = readDeclared(open(honest.revisionZero).last)
  const field = declared.fields.find((f) => f.name === honest.sides[1].field)!
  const size = sizeOfFile(previous)
  const variant = field.variants.get('code')!
  const signature = dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    ByteRange: [0, 0, 0, 0],
    Contents: { bytes: new Uint8Array(reserve) },
    M: pdfTime(signedAt),
    Name: text(field.signer),
    Reason: text(variant.reason),
  })
  const filled: Dict = new Map([...field.dict, ['AP', dict({ N: ref(size + 1) })], ['V', ref(size)]])
  const appearance = signedAppearance(field.box, variant, declared.glyphs, declared.objects, signedAt)
  const parts = {
    field: { number: field.number, value: filled },
    signature: { number: size, value: signature },
    appearance: { number: size + 1, value: appearance },
  }
  const objects = [parts.field, parts.signature, parts.appearance]
  return { previous, size, ...parts, objects, trailer: nextTrailer(previous, 2) }
}

const signatureOf = (key: string, data: Uint8Array) =>
  sign('sha256', data, { key: createPrivateKey(key), dsaEncoding: 'der' })

/** The second side signs, cheating as told. Its digest, CMS and key are right unless the forgery says otherwise. */
export function forge(honest: Honest, forgery: Forgery): Uint8Array {
  const { leaf } = honest.sides[1]
  const parts = honestParts(honest, forgery)
  forgery.alter?.(parts)
  const write = forgery.write ?? writeUpdate
  const { signature } = parts
  let range = [0, 0, 0, 0] as [number, number, number, number]
  for (let round = 0; ; round++) {
    signature.value.set('ByteRange', range)
    const file = Buffer.from(write(parts.previous, parts.objects, parts.trailer))
    const start = file.indexOf(`\n${signature.number} 0 obj\n`, parts.previous.length - 1, 'latin1') + 1
    const actual = byteRangeOf(signature.value, signature.number, start, file.length)!
    const claimed = forgery.range?.(actual, file) ?? actual
    if (String(claimed) !== String(range) && round < 20) {
      range = claimed
      continue
    }
    const chain = [new X509Certificate(leaf.certificatePem).raw]
    const digest = digestOf(file, claimed)
    const cms =
      forgery.cms?.({ chain, digest, algorithm: 'ec' }) ??
      signed(leaf.privateKeyPem, { chain, digest, algorithm: 'ec' })
    file.write(Buffer.from(cms).toString('hex'), actual[1] + 1, 'latin1')
    return file
  }
}

/** A CMS as it should be, signed with the given key. */
export function signed(key: string, parts: Omit<CmsParts, 'signature'>): Uint8Array {
  return buildCms({ ...parts, signature: signatureOf(key, signedAttributes(parts.chain[0]!, parts.digest)) })
}
