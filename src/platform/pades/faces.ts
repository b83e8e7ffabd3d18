/**
 * What a signature shows. Everything but the time is drawn before anyone signs and stands in revision 0 as "faces",
 * one for each way to consent, beside glyphs for the time. Signing only picks a face and sets the time with these
 * glyphs, so there is exactly one right appearance for a field, a way and a time, and checking it needs no typesetter.
 */

import { latin1 } from '#src/platform/bytes.ts'
import { copier, dictAt, loadTypeset, pagesOf, resolve } from '#src/platform/pdf/copy.ts'
import {
  type Dict,
  dict,
  isArray,
  isDict,
  isStream,
  name,
  type Ref,
  ref,
  type Stream,
  type Value,
} from '#src/platform/pdf/objects.ts'
import { type Numbering, stream } from '#src/platform/pdf/write.ts'

/** What the time is written with. */
export const glyphs = [...'0123456789-: UTC']

/** Key of a glyph in the document, e.g. `G30` for `0`. */
export const glyphKey = (character: string) => `G${character.codePointAt(0)!.toString(16)}`

/** The time as it is shown: `2026-09-23 08:42:07 UTC`. */
export function shownTime(at: Temporal.Instant): string {
  return `${at.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().slice(0, 19).replace('T', ' ')} UTC`
}

const trim = (value: number) => Number(value.toFixed(3))

/** Turns pages of a typeset file into form XObjects. @returns a function from page number (from 1) to the new object */
export function pageTaker(file: Uint8Array, target: Numbering): (page: number) => Ref {
  const source = loadTypeset(file)
  const pages = pagesOf(source)
  const copy = copier(source, target, ['StructParents', 'StructParent'])
  return (page) => {
    const original = dictAt(source, pages[page - 1])
    const contents = resolve(source, original.get('Contents'))
    if (!isStream(contents)) throw new Error(`page ${page} has no single content stream`)
    const filter = contents.dict.get('Filter')
    const entries: Record<string, Value> = {
      Type: name('XObject'),
      Subtype: name('Form'),
      BBox: [0, 0, ...sizeOf(original.get('MediaBox'))],
      Resources: copy(original.get('Resources') ?? dict({})),
      ...(filter === undefined ? {} : { Filter: copy(filter) }),
    }
    return target.add(stream(entries, contents.data))
  }
}

/** Width and height of a box that starts at the origin, in points. */
export function sizeOf(box: Value | undefined): [number, number] {
  const [x0, y0, width, height] = isArray(box) ? box : []
  if (x0 !== 0 || y0 !== 0 || typeof width !== 'number' || typeof height !== 'number') throw new Error('unusual box')
  return [trim(width), trim(height)]
}

export interface Face {
  face: Ref
  /** Lower left corner of the time, in points from the lower left corner of the box. */
  clock: [number, number]
}

/**
 * The appearance of a signed field: its face, and the time written from left to right.
 * @param glyphObjects the document's glyphs by key
 * @param objects revision 0's objects, where the glyphs' widths are read
 */
export function signedAppearance(
  box: [number, number],
  { face, clock }: Face,
  glyphObjects: Dict,
  objects: Map<number, unknown>,
  at: Temporal.Instant,
): Stream {
  const used: Dict = new Map<string, Value>([['Face', face]])
  let content = drawFace
  let [x] = clock
  for (const character of shownTime(at)) {
    const key = glyphKey(character)
    const glyph = glyphObjects.get(key) as Ref
    used.set(key, ref(glyph.ref))
    content += `q\n1 0 0 1 ${trim(x)} ${trim(clock[1])} cm\n/${key} Do\nQ\n`
    x += sizeOf((objects.get(glyph.ref) as Stream).dict.get('BBox'))[0]
  }
  return drawing(box, used, content)
}

const drawFace = 'q\n/Face Do\nQ\n'

/**
 * The appearance of a field before it is signed. It is built like the later one, so that signing adds to it and takes
 * nothing away: some validators count what goes missing as a change nobody can explain.
 */
export function unsignedAppearance(box: [number, number], face: Ref): Stream {
  return drawing(box, dict({ Face: face }), drawFace)
}

function drawing(box: [number, number], used: Dict, content: string): Stream {
  const resources = dict({ XObject: used })
  const entries = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, ...box], Resources: resources }
  return stream(entries, latin1(content)) as Stream
}

/** True where the value is a form XObject whose box starts at the origin. */
export function isForm(value: unknown): value is Stream {
  if (!isStream(value as Stream) || !isDict((value as Stream).dict)) return false
  try {
    return sizeOf((value as Stream).dict.get('BBox')).every((n) => n >= 0)
  } catch {
    return false
  }
}
