/**
 * What may follow a document all have signed: (D) certificates and revocation lists, in a /DSS; (T) a time-stamp over the
 * whole document, in a field nobody sees. Both are written and judged by the same spelling: an update is accepted where
 * it is, object for object, what we would have written from the data in it.
 */
import type { Section } from '#src/platform/pdf/layout.ts'
import {
  type Dict,
  dict,
  isArray,
  isDict,
  isRef,
  isStr,
  isStream,
  name,
  type Ref,
  ref,
  type Str,
  same,
  text,
  type Value,
} from '#src/platform/pdf/objects.ts'
import { type NumberedObject, stream } from '#src/platform/pdf/write.ts'
import type { Problem } from './verdict.ts'

/** What was kept with the document so far, and where the next update would go on. */
export interface Kept {
  /** Object number and present value of the catalog. */
  catalog: { number: number; value: Dict }
  certificates: Ref[]
  lists: Ref[]
  stamps: number
}

export interface Material {
  /** DER. */
  certificates: Uint8Array[]
  /** DER of certificate revocation lists. */
  lists: Uint8Array[]
}

export type Preserved =
  | ({ kind: 'material' } & Material)
  | { kind: 'stamp'; byteRange: [number, number, number, number]; contents: Uint8Array }

/** More than three universities and their authorities need in one update. */
const mostFiles = 32

/** The objects of a (D) update. @param size the first number that is free */
export function materialObjects(kept: Kept, { certificates, lists }: Material, size: number): NumberedObject[] {
  const files = [...certificates, ...lists]
  const refs = files.map((_, i) => ref(size + 1 + i))
  const dss = dict({
    Type: name('DSS'),
    Certs: [...kept.certificates, ...refs.slice(0, certificates.length)],
    CRLs: [...kept.lists, ...refs.slice(certificates.length)],
  })
  return [
    { number: kept.catalog.number, value: new Map([...kept.catalog.value, ['DSS', ref(size)]]) },
    { number: size, value: dss },
    ...files.map((der, i) => ({ number: size + 1 + i, value: stream({}, der) })),
  ]
}

/** The objects of a (T) update: the catalog with one more field, the stamp, and its field, which takes no room on any page. */
export function stampObjects(kept: Kept, contents: Uint8Array, byteRange: number[], size: number): NumberedObject[] {
  const form = kept.catalog.value.get('AcroForm') as Dict
  const fields = form.get('Fields') as Value[]
  const next = new Map([...form, ['Fields', [...fields, ref(size + 1)]]]) as Dict
  const signature = dict({
    Type: name('DocTimeStamp'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.RFC3161'),
    ByteRange: byteRange,
    Contents: { bytes: contents },
  })
  const field = dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: text(`Chirograph-Timestamp-${String(kept.stamps + 1).padStart(4, '0')}`),
    F: 132,
    Rect: [0, 0, 0, 0],
    V: ref(size),
  })
  return [
    { number: kept.catalog.number, value: new Map([...kept.catalog.value, ['AcroForm', next]]) },
    { number: size, value: signature },
    { number: size + 1, value: field },
  ]
}

/** Whether an update means to preserve: it redefines the catalog, and nothing else that was there. */
export function meansToPreserve({ catalog }: Kept, section: Section, size: number): boolean {
  return [...section.objects.keys()].filter((number) => number < size).join() === String(catalog.number)
}

export type PreservationFinding = { problems: Problem[] } | { problems: []; preserved: Preserved; kept: Kept }

const differs = (detail: string): PreservationFinding => ({ problems: [{ code: 'preservation_differs', detail }] })

/** Judges an update that means to preserve. @param rangeOf what /ByteRange of a new stamp must say */
export function judgePreservation(
  kept: Kept,
  section: Section,
  size: number,
  rangeOf: (signature: Dict, number: number) => [number, number, number, number] | undefined,
): PreservationFinding {
  const first = section.objects.get(size)
  if (!isDict(first)) return differs('neither material nor a time-stamp')
  return first.has('Certs')
    ? judgeMaterial(kept, section, size, first)
    : judgeStamp(kept, section, size, first, rangeOf)
}

function judgeMaterial(kept: Kept, section: Section, size: number, dss: Dict): PreservationFinding {
  const [certs, lists] = [dss.get('Certs'), dss.get('CRLs')]
  if (!isArray(certs) || !isArray(lists)) return differs('DSS')
  const streams = [...section.objects.keys()].filter((number) => number > size).map((n) => section.objects.get(n)!)
  if (streams.length > mostFiles || !streams.every(isStream)) return differs('DSS')
  const files = streams.map(({ data }) => data)
  const count = certs.length - kept.certificates.length
  const material = { certificates: files.slice(0, Math.max(count, 0)), lists: files.slice(Math.max(count, 0)) }
  if (files.length === 0 || !isExactly(section, materialObjects(kept, material, size))) return differs('DSS')
  const value = section.objects.get(kept.catalog.number) as Dict
  const now = { ...kept, catalog: { ...kept.catalog, value }, certificates: certs as Ref[], lists: lists as Ref[] }
  return { problems: [], preserved: { kind: 'material', ...material }, kept: now }
}

function judgeStamp(
  kept: Kept,
  section: Section,
  size: number,
  signature: Dict,
  rangeOf: Parameters<typeof judgePreservation>[3],
): PreservationFinding {
  const contents = signature.get('Contents')
  if (!isStr(contents) || !isDict(kept.catalog.value.get('AcroForm'))) return differs('DocTimeStamp')
  const { bytes } = contents as Str
  const byteRange = rangeOf(signature, size)
  if (!byteRange) return differs('ByteRange')
  if (!isExactly(section, stampObjects(kept, bytes, byteRange, size))) return differs('DocTimeStamp')
  const value = section.objects.get(kept.catalog.number) as Dict
  const now = { ...kept, catalog: { ...kept.catalog, value }, stamps: kept.stamps + 1 }
  return { problems: [], preserved: { kind: 'stamp', byteRange, contents: bytes }, kept: now }
}

/** These objects in this order, and no other. */
function isExactly(section: Section, expected: NumberedObject[]): boolean {
  const numbers = [...section.objects.keys()]
  return (
    numbers.join() === expected.map(({ number }) => number).join() &&
    expected.every(({ number, value }) => same(section.objects.get(number), value))
  )
}

/** Where preserving starts: nothing is kept yet. Undefined where the catalog is none of ours. */
export function nothingKept(base: Section): Kept | undefined {
  const root = base.trailer.get('Root')
  const value = isRef(root) ? base.objects.get(root.ref) : undefined
  if (!isRef(root) || !isDict(value)) return undefined
  return { catalog: { number: root.ref, value }, certificates: [], lists: [], stamps: 0 }
}
