/**
 * Makes revision 0: a typeset document with its empty, visible signature fields. The same input gives the same bytes.
 * The fields stay out of the structure tree: an object named there as well as in the form may not change, some
 * validators hold.
 */
import { createHash } from 'node:crypto'
import { copier, dictAt, loadTypeset, pagesOf, resolve, type Source } from '#src/platform/pdf/copy.ts'
import { type Dict, dict, isStream, type Ref, ref, type Value } from '#src/platform/pdf/objects.ts'
import { Numbering, writeFile } from '#src/platform/pdf/write.ts'
import type { Typeset } from '#src/platform/typeset/index.ts'
import { spellJson } from './canonical.ts'
import { catalogKeys } from './catalog.ts'
import { declareField, type FieldDeclaration, markNamed, placeOf } from './declare-field.ts'
import { glyphKey, glyphs, pageTaker } from './faces.ts'
import type { Json } from './verdict.ts'
import { withoutDates } from './xmp.ts'

export type { FieldDeclaration } from './declare-field.ts'

export interface Declaration {
  /** The typeset document; a mark named like each field says where its box lies. */
  paper: Typeset
  /**
   * The faces, set as `a-2u`, one a page: marks `FIELD/empty`, `FIELD/VARIANT` (their page counts),
   * `FIELD/VARIANT/clock` (upper left corner of the time) and `glyph/C` for each character C of `0123456789-: UTC`,
   * each on a page as large as itself.
   */
  stamps: Typeset
  /** True where nothing here is meant in earnest. */
  demonstration: boolean
  /** Data about the document, kept in it. */
  about: Json
  fields: FieldDeclaration[]
}

/**
 * Declares the fields.
 * @throws {Error} where marks are missing, faces do not fit or names clash: the caller's mistakes
 */
export function declareFields(declaration: Declaration): Uint8Array {
  checkNames(declaration.fields.map((f) => f.name))
  const source = loadTypeset(declaration.paper.pdf)
  const numbering = new Numbering(1)
  const catalogRef = numbering.reserve()
  const copy = copier(source, numbering)
  const catalog = copyCatalog(source, copy)
  const pages = pagesOf(source).map((page) => copy(page) as Ref)
  const built = new Map(numbering.objects.map((o) => [o.number, o.value]))
  const document: Source = { objects: built, trailer: new Map([['Root', catalogRef]]) }
  built.set(catalogRef.ref, catalog)
  dropDates(document, catalog)

  const { stamps } = declaration
  const take = pageTaker(stamps.pdf, numbering)
  const faceAt = (mark: string) => take(markNamed(stamps.marks, mark).page)
  const glyphObjects = dict(Object.fromEntries(glyphs.map((c) => [glyphKey(c), faceAt(`glyph/${c}`)])))
  const boxes = declaration.paper.marks
  const fields = declaration.fields.map((field) => {
    const place = placeOf(document, pages, markNamed(boxes, field.name))
    return declareField(field, { place, clocks: stamps.marks, numbering, faceAt })
  })
  catalog.set('AcroForm', dict({ Fields: fields.map((f) => ref(f.ref)), SigFlags: 3 }))
  const { demonstration, about } = declaration
  catalog.set(
    'Chirograph',
    dict({ Format: 1, Demonstration: demonstration, About: spellJson(about), Glyphs: glyphObjects }),
  )
  numbering.set(catalogRef, catalog)
  return finish(numbering, catalogRef)
}

function finish(numbering: Numbering, root: Ref): Uint8Array {
  const id = (hash: Buffer) => ({ bytes: hash.subarray(0, 16) })
  const trailer = (identity: Buffer): Dict =>
    dict({ Size: numbering.next, Root: root, ID: [id(identity), id(identity)] })
  const draft = writeFile(numbering.objects, trailer(Buffer.alloc(16)))
  return writeFile(numbering.objects, trailer(createHash('sha256').update(draft).digest()))
}

/** No name may begin with another: some validators mix up such fields. */
function checkNames(names: string[]): void {
  for (const [i, one] of names.entries()) {
    if (!/^[A-Za-z0-9_.-]+$/.test(one) || one.includes('..')) throw new Error(`not a field name: ${one}`)
    const clash = names.find((other, j) => i !== j && other.startsWith(one))
    if (clash) throw new Error(`field names begin alike: ${one}, ${clash}`)
  }
}

/** Takes over what a page viewer needs, and nothing that acts. */
function copyCatalog(source: Source, copy: (value: Value) => Value): Dict {
  const original = dictAt(source, source.trailer.get('Root'))
  const kept = catalogKeys.filter((key) => key !== 'AcroForm' && key !== 'Chirograph')
  return new Map(kept.filter((k) => original.has(k)).map((k) => [k, copy(original.get(k)!)]))
}

function dropDates(document: Source, catalog: Dict): void {
  const metadata = resolve(document, catalog.get('Metadata'))
  if (!isStream(metadata)) throw new Error('the document has no metadata')
  metadata.data = withoutDates(metadata.data)
  metadata.dict.set('Length', metadata.data.length)
}
