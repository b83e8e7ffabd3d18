/**
 * Reads revision 0: which fields were declared, and that the document holds nothing that could change its face later.
 */

import type { Section } from '#src/platform/pdf/layout.ts'
import {
  type Dict,
  isArray,
  isDict,
  isRef,
  isStr,
  nameOf,
  type Ref,
  type Str,
  textOf,
  type Value,
} from '#src/platform/pdf/objects.ts'
import { readJson } from './canonical.ts'
import { catalogKeys, printedAndLocked } from './catalog.ts'
import { type Face, glyphKey, glyphs, isForm } from './faces.ts'
import { forbiddenFeature } from './forbidden.ts'
import type { Json } from './verdict.ts'

export interface DeclaredField {
  number: number
  /** The field's dictionary as declared. */
  dict: Dict
  name: string
  party: string
  root: string | null
  signer: string
  stamp: Json
  /** Width and height in points. */
  box: [number, number]
  variants: Map<string, Face & { reason: string }>
}

export interface Declared {
  fields: DeclaredField[]
  glyphs: Dict
  objects: Section['objects']
  demonstration: boolean
  about: Json
}

const fieldKeys = 'AP Chirograph F FT P Rect Subtype T TU Type'

/** What is wrong with a revision 0, in a word for programs and a detail. */
export class NotDeclared extends Error {
  readonly code: 'base_malformed' | 'base_feature'
  constructor(code: NotDeclared['code'], detail: string) {
    super(detail)
    this.code = code
  }
}

/** @throws {NotDeclared} where it is not a document with declared fields, or holds what such a document may not */
export function readDeclared(section: Section): Declared {
  const { objects } = section
  if ([...objects.keys()].some((number, i) => number !== i + 1)) throw new NotDeclared('base_malformed', 'numbering')
  const catalog = dictOf(objects, section.trailer.get('Root'))
  const about = dictOf(objects, catalog.get('Chirograph'))
  if (about.get('Format') !== 1) throw new NotDeclared('base_malformed', 'format')
  const odd = [...catalog.keys()].find((key) => !catalogKeys.includes(key)) ?? forbiddenFeature(objects)
  if (odd) throw new NotDeclared('base_feature', odd)
  const glyphObjects = dictOf(objects, about.get('Glyphs'))
  for (const character of glyphs) formAt(objects, glyphObjects.get(glyphKey(character)))
  const fields = fieldsOf(objects, dictOf(objects, catalog.get('AcroForm')))
  checkAnnotations(objects, fields)
  const json = attempt(() => readJson(about.get('About')))
  return { fields, glyphs: glyphObjects, objects, demonstration: about.get('Demonstration') === true, about: json }
}

function attempt<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new NotDeclared('base_malformed', (error as Error).message)
  }
}

function dictOf(objects: Declared['objects'], value: Value | undefined): Dict {
  const found = isRef(value) ? objects.get(value.ref) : value
  if (!isDict(found)) throw new NotDeclared('base_malformed', 'a dictionary is missing')
  return found
}

function formAt(objects: Declared['objects'], value: Value | undefined): Ref {
  if (!isRef(value) || !isForm(objects.get(value.ref))) throw new NotDeclared('base_malformed', 'a face is missing')
  return value
}

function stringOf(value: Value | undefined): string {
  if (!isStr(value)) throw new NotDeclared('base_malformed', 'a text is missing')
  return textOf(value as Str)
}

function numbersOf(value: Value | undefined, count: number): number[] {
  if (!isArray(value) || value.length !== count || value.some((n) => typeof n !== 'number')) {
    throw new NotDeclared('base_malformed', 'numbers are missing')
  }
  return value as number[]
}

function fieldsOf(objects: Declared['objects'], form: Dict): DeclaredField[] {
  const refs = form.get('Fields')
  if ([...form.keys()].sort().join() !== 'Fields,SigFlags' || form.get('SigFlags') !== 3 || !isArray(refs)) {
    throw new NotDeclared('base_malformed', 'the form')
  }
  if (!refs.length || refs.length > 64) throw new NotDeclared('base_malformed', `${refs.length} fields`)
  const fields = refs.map((r) => fieldOf(objects, r))
  const names = fields.map((f) => f.name)
  if (names.some((one, i) => names.some((other, j) => i !== j && other.startsWith(one)))) {
    throw new NotDeclared('base_malformed', 'field names begin alike')
  }
  return fields
}

function fieldOf(objects: Declared['objects'], value: Value): DeclaredField {
  const declared = dictOf(objects, value)
  const kind = [nameOf(declared.get('Type')), nameOf(declared.get('Subtype')), nameOf(declared.get('FT'))].join()
  if (!isRef(value) || [...declared.keys()].sort().join(' ') !== fieldKeys || kind !== 'Annot,Widget,Sig') {
    throw new NotDeclared('base_malformed', 'a field of another shape')
  }
  const own = dictOf(objects, declared.get('Chirograph'))
  const [x0, y0, x1, y1] = numbersOf(declared.get('Rect'), 4) as [number, number, number, number]
  if (declared.get('F') !== printedAndLocked || x1 <= x0 || y1 <= y0)
    throw new NotDeclared('base_malformed', 'a hidden field')
  formAt(objects, dictOf(objects, declared.get('AP')).get('N'))
  return {
    number: value.ref,
    dict: declared,
    name: stringOf(declared.get('T')),
    party: stringOf(own.get('Party')),
    root: own.has('Root') ? stringOf(own.get('Root')) : null,
    signer: stringOf(own.get('Signer')),
    stamp: attempt(() => readJson(own.get('Stamp'))),
    box: [Number((x1 - x0).toFixed(3)), Number((y1 - y0).toFixed(3))],
    variants: variantsOf(objects, dictOf(objects, own.get('Variants'))),
  }
}

function variantsOf(objects: Declared['objects'], variants: Dict): DeclaredField['variants'] {
  const read = ([key, value]: [string, Value]): [string, Face & { reason: string }] => {
    const own = dictOf(objects, value)
    const clock = numbersOf(own.get('Clock'), 2) as [number, number]
    return [key, { face: formAt(objects, own.get('Face')), clock, reason: stringOf(own.get('Reason')) }]
  }
  return new Map([...variants].map(read))
}

/** Pages carry the declared fields, each once and where it says, and no other annotation. */
function checkAnnotations(objects: Declared['objects'], fields: DeclaredField[]): void {
  const placed: number[] = []
  for (const [number, page] of objects) {
    if (!isDict(page) || !page.has('Annots')) continue
    const annotations = page.get('Annots')
    if (!isArray(annotations)) throw new NotDeclared('base_malformed', 'annotations')
    for (const annotation of annotations) {
      const field = fields.find((f) => isRef(annotation) && f.number === annotation.ref)
      const home = field?.dict.get('P')
      if (!field || !isRef(home) || home.ref !== number) throw new NotDeclared('base_feature', 'annotation')
      placed.push(field.number)
    }
  }
  if (placed.length !== fields.length || new Set(placed).size !== fields.length) {
    throw new NotDeclared('base_malformed', 'a field on no page or on two')
  }
}
