/** Keeps a document provable after all have signed: adds certificates and revocation lists, then a time-stamp over it all. */
import { latin1, sameBytes, toHex } from '#src/platform/bytes.ts'
import { type Dict, spellIndirect } from '#src/platform/pdf/objects.ts'
import { type NumberedObject, writeUpdate } from '#src/platform/pdf/write.ts'
import { refuser } from '#src/platform/refusal.ts'
import type { StampSource } from './fill.ts'
import { type Kept, type Material, materialObjects, stampObjects } from './preservation-rule.ts'
import { type Reading, readDocument } from './reading.ts'
import { byteRangeOf } from './revision-rule.ts'
import { digestOf } from './signature-check.ts'
import type { signingRefusals } from './words.ts'

const refuse: ReturnType<typeof refuser<keyof typeof signingRefusals>> = refuser()

/**
 * Adds what is not kept with the document yet.
 * @returns the next revision, or the document as it is where nothing is new
 * @throws {Refusal} `document_not_acceptable` {codes}, also where not all have signed
 */
export function addMaterial(previous: Uint8Array, material: Material): Uint8Array {
  const reading = complete(previous)
  const held = reading.preserved.flatMap((one) => (one.kind === 'material' ? [...one.certificates, ...one.lists] : []))
  const isNew = (der: Uint8Array, i: number, all: Uint8Array[]) =>
    ![...held, ...all.slice(0, i)].some((other) => sameBytes(other, der))
  const certificates = material.certificates.filter(isNew)
  const lists = material.lists.filter(isNew)
  if (certificates.length + lists.length === 0) return previous
  const size = sizeOf(reading)
  return written(previous, reading, materialObjects(reading.kept, { certificates, lists }, size))
}

/**
 * Adds a time-stamp over the whole document.
 * @returns undefined where there is no stamp to be had
 * @throws {Refusal} `document_not_acceptable` {codes}, also where not all have signed
 */
export async function addStamp(previous: Uint8Array, { room, ask }: StampSource): Promise<Uint8Array | undefined> {
  const reading = complete(previous)
  const { file, byteRange } = prepare(previous, reading, new Uint8Array(Math.ceil(room / 256) * 256))
  const token = await ask(digestOf(file, byteRange))
  if (!token) return undefined
  file.set(latin1(toHex(token)), byteRange[1] + 1)
  return file
}

type Complete = Reading & { kept: Kept }

function complete(previous: Uint8Array): Complete {
  const reading = readDocument(previous)
  const { problems, declared, filled, kept } = reading
  const all = declared !== undefined && filled.length === declared.fields.length
  if (problems.length > 0 || !all || !kept) refuse('document_not_acceptable', { codes: problems.map((p) => p.code) })
  return { ...reading, kept }
}

const sizeOf = ({ before }: Reading) => before!.previous.trailer.get('Size') as number

function written(previous: Uint8Array, { before }: Reading, objects: NumberedObject[]): Uint8Array<ArrayBuffer> {
  const { trailer, xrefAt } = before!.previous
  const size = Math.max(...objects.map(({ number }) => number)) + 1
  const next = new Map([
    ['Size', size],
    ['Root', trailer.get('Root')!],
    ['ID', trailer.get('ID')!],
    ['Prev', xrefAt],
  ]) as Dict
  return writeUpdate(previous, objects, next)
}

/** The numbers in /ByteRange depend on their own length: repeated until they hold. */
function prepare(previous: Uint8Array, reading: Complete, contents: Uint8Array) {
  const size = sizeOf(reading)
  let byteRange: [number, number, number, number] = [0, 0, 0, 0]
  for (;;) {
    const objects = stampObjects(reading.kept, contents, byteRange, size)
    const file = written(previous, reading, objects)
    const start = previous.length + spellIndirect(objects[0]!.number, objects[0]!.value).length
    const actual = byteRangeOf(objects[1]!.value as Dict, size, start, file.length)!
    if (String(actual) === String(byteRange)) return { file, byteRange }
    byteRange = actual
  }
}
