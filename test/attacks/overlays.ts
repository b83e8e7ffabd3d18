/** Attacks that change what the document shows or does, by objects added or redefined. */

import type { ProblemCode } from '#src/platform/pades/index.ts'
import { type Dict, dict, isArray, name, type Ref, ref, text } from '#src/platform/pdf/objects.ts'
import { type NumberedObject, stream, writeUpdate } from '#src/platform/pdf/write.ts'
import { type Attack, inside } from './attack.ts'
import { follow, forge, nextTrailer, type Parts, sizeOfFile } from './forge.ts'

const whiteRectangle = Buffer.from('q 1 1 1 rg 0 0 595 842 re f Q', 'latin1')
const firstPage = ['Pages', 'Kids', 0]

/** Two objects that lay a white rectangle over page 1. */
function overlay(file: Uint8Array, number: number): NumberedObject[] {
  const page = follow(file, firstPage)
  page.value.set('Contents', [page.value.get('Contents')!, ref(number)])
  return [page, { number, value: stream({}, whiteRectangle) }]
}

/** The file with the rectangle in an update of its own. */
export function overlaid(file: Uint8Array): Uint8Array {
  return writeUpdate(file, overlay(file, sizeOfFile(file)), nextTrailer(file, 1))
}

/** Adds objects to an update and makes room for them. */
function grow(parts: Parts, ...objects: NumberedObject[]): void {
  parts.objects.push(...objects)
  const added = objects.filter((o) => o.number >= parts.size + 2).length
  parts.trailer.set('Size', (parts.trailer.get('Size') as number) + added)
}

const redefining = (path: (string | number)[], change: (value: Dict) => void) => (parts: Parts) => {
  const found = follow(parts.previous, path)
  change(found.value)
  grow(parts, found)
}

const altering = (title: string, code: ProblemCode, alter: (parts: Parts) => void) => inside(title, code, { alter })

const javascript = dict({ S: name('JavaScript'), JS: text('app.alert(1)') })

function addField(parts: Parts): void {
  const number = parts.size + 2
  const added: Dict = new Map([...parts.field.value, ['T', text('third')]])
  added.delete('V')
  const catalog = follow(parts.previous, [])
  const form = new Map(catalog.value.get('AcroForm') as Dict)
  form.set('Fields', [...(form.get('Fields') as Ref[]), ref(number)])
  catalog.value.set('AcroForm', form)
  grow(parts, catalog, { number, value: added })
}

function widen(parts: Parts): void {
  const [x0, y0, x1] = parts.field.value.get('Rect') as number[]
  parts.field.value.set('Rect', [x0!, y0!, x1!, 800])
}

export const overlays: Attack[] = [
  {
    name: 'page overlay appended after both signatures',
    make: ({ signedTwice }) => overlaid(signedTwice),
    held: 'signedTwice',
    state: 'altered',
    code: 'object_redefined',
  },
  {
    name: 'page overlay between the two signatures',
    make: (honest) => forge(honest, { previous: overlaid(honest.signedOnce) }),
    held: 'signedOnce',
    state: 'altered',
    code: 'object_redefined',
  },
  altering('page overlay inside revision 2', 'object_redefined', (parts) =>
    grow(parts, ...overlay(parts.previous, parts.size + 2)),
  ),
  altering('page content stream redefined in revision 2', 'object_redefined', (parts) => {
    const contents = follow(parts.previous, firstPage).value.get('Contents') as Ref
    grow(parts, { number: contents.ref, value: stream({}, whiteRectangle) })
  }),
  altering('signature box enlarged over the text in revision 2', 'field_changed', widen),
  altering('field hidden by its flags', 'field_changed', (parts) => parts.field.value.set('F', 2)),
  altering('action added to the field', 'field_changed', (parts) =>
    parts.field.value.set('AA', dict({ E: javascript })),
  ),
  altering('field renamed', 'field_changed', (parts) => parts.field.value.set('T', text('seat-9'))),
  altering('another declared signer', 'field_changed', (parts) => {
    const own = new Map(parts.field.value.get('Chirograph') as Dict)
    parts.field.value.set('Chirograph', own.set('Signer', text('Somebody Else')))
  }),
  altering(
    '/OpenAction JavaScript added to the catalog',
    'object_redefined',
    redefining([], (c) => c.set('OpenAction', javascript)),
  ),
  altering(
    '/Perms added to the catalog',
    'object_redefined',
    redefining([], (c) => c.set('Perms', dict({}))),
  ),
  altering(
    '/OCProperties added to the catalog',
    'object_redefined',
    redefining([], (c) => c.set('OCProperties', dict({ OCGs: [] }))),
  ),
  altering(
    '/NeedAppearances set in the form',
    'object_redefined',
    redefining([], (catalog) => {
      catalog.set('AcroForm', new Map([...(catalog.get('AcroForm') as Dict), ['NeedAppearances', true]]))
    }),
  ),
  altering('metadata redefined', 'object_redefined', (parts) => {
    const metadata = follow(parts.previous, []).value.get('Metadata') as Ref
    grow(parts, { number: metadata.ref, value: stream({ Type: name('Metadata') }, Buffer.from('<x/>')) })
  }),
  altering('a third signature field in revision 2', 'object_redefined', addField),
  altering('an annotation on page 1', 'object_redefined', (parts) => {
    const number = parts.size + 2
    redefining(firstPage, (page) => {
      const annotations = page.get('Annots')
      page.set('Annots', [...(isArray(annotations) ? annotations : []), ref(number)])
    })(parts)
    grow(parts, { number, value: dict({ Type: name('Annot'), Subtype: name('Square'), Rect: [0, 0, 500, 800] }) })
  }),
  altering('an object nobody refers to', 'foreign_object', (parts) =>
    grow(parts, { number: parts.size + 2, value: text('hidden') }),
  ),
  altering('a face redefined', 'object_redefined', (parts) => {
    const own = parts.field.value.get('Chirograph') as Dict
    const variant = (own.get('Variants') as Dict).get('code') as Dict
    const face = variant.get('Face') as Ref
    grow(parts, {
      number: face.ref,
      value: stream({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 9, 9] }, whiteRectangle),
    })
  }),
  altering('a glyph of the time redefined', 'object_redefined', (parts) => {
    const glyph = ((follow(parts.previous, ['Chirograph']).value.get('Glyphs') as Dict).get('G30') as Ref).ref
    grow(parts, {
      number: glyph,
      value: stream({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 4, 11] }, whiteRectangle),
    })
  }),
]
