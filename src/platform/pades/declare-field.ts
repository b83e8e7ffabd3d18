/** Declares one signature field: an empty, visible box on a page, with all it may ever show. */
import { dictAt, type Source } from '#src/platform/pdf/copy.ts'
import { type Dict, dict, isArray, name, type Ref, text, type Value } from '#src/platform/pdf/objects.ts'
import type { Numbering } from '#src/platform/pdf/write.ts'
import type { Mark } from '#src/platform/typeset/index.ts'
import { spellJson } from './canonical.ts'
import { printedAndLocked } from './catalog.ts'
import { sizeOf, unsignedAppearance } from './faces.ts'
import type { Json } from './verdict.ts'

export interface FieldDeclaration {
  /** Name of the field and of its mark on the paper. Letters, digits, `_`, `.`, `-`; none may begin with another's. */
  name: string
  /** What a screen reader says, e.g. `Signature of Wang Xiaoming, President`. */
  label: string
  /** The side that signs here. Two sides' certificates must not chain to one root. */
  party: string
  /** SHA-256 (hex) of the only root the signer's certificate may chain to. */
  root?: string
  /** Who signs: becomes /Name of the signature, and must be the common name in the certificate. */
  signer: string
  /** Data about the field, kept in it. */
  stamp: Json
  /** The ways to sign here: each has a face on the stamps, and a reason that becomes /Reason. */
  variants: { name: string; reason: string }[]
}

/** Where a field stands: its page, and its box from the page's lower left corner, in points. */
export interface Place {
  page: Ref
  pageDict: Dict
  rect: [number, number, number, number]
  size: [number, number]
}

export interface Workshop {
  place: Place
  /** Marks of the stamps, for the places of the time. */
  clocks: Mark[]
  numbering: Numbering
  /** Takes a face into the document by the name of its mark. */
  faceAt(mark: string): Ref
}

const trim = (value: number) => Number(value.toFixed(3))

/** @throws {Error} where no mark has the name */
export function markNamed(marks: Mark[], wanted: string): Mark {
  const mark = marks.find((m) => m.name === wanted)
  if (!mark) throw new Error(`no mark ${wanted}`)
  return mark
}

/** Turns a mark, measured from the top, into a place, measured from the bottom. */
export function placeOf(document: Source, pages: Ref[], mark: Mark): Place {
  const page = pages[mark.page - 1]!
  const pageDict = dictAt(document, page)
  const [, pageHeight] = sizeOf(pageDict.get('MediaBox'))
  const size: Place['size'] = [trim(mark.width), trim(mark.height)]
  const bottom = pageHeight - mark.y - size[1]
  return { page, pageDict, rect: [trim(mark.x), trim(bottom), trim(mark.x + size[0]), trim(bottom + size[1])], size }
}

/** Adds the field to the document and to its page. */
export function declareField(field: FieldDeclaration, workshop: Workshop): Ref {
  const { place, numbering } = workshop
  const declared = numbering.add(
    dict({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: text(field.name),
      TU: text(field.label),
      F: printedAndLocked,
      P: place.page,
      Rect: place.rect,
      AP: dict({ N: numbering.add(unsignedAppearance(place.size, face(field, 'empty', workshop))) }),
      Chirograph: dict({
        Party: text(field.party),
        ...(field.root ? { Root: text(field.root) } : {}),
        Signer: text(field.signer),
        Stamp: spellJson(field.stamp),
        Variants: dict(Object.fromEntries(field.variants.map((variant) => variantOf(field, variant, workshop)))),
      }),
    }),
  )
  const annotations = place.pageDict.get('Annots')
  place.pageDict.set('Annots', [...(isArray(annotations) ? annotations : []), declared])
  place.pageDict.set('Tabs', name('S'))
  return declared
}

type Variant = FieldDeclaration['variants'][number]

function variantOf(field: FieldDeclaration, variant: Variant, workshop: Workshop): [string, Value] {
  const clock = markNamed(workshop.clocks, `${field.name}/${variant.name}/clock`)
  const corner = [trim(clock.x), trim(workshop.place.size[1] - clock.y - clock.height)]
  const own = { Face: face(field, variant.name, workshop), Clock: corner, Reason: text(variant.reason) }
  return [variant.name, dict(own)]
}

/** A face, which must be as large as the box. */
function face(field: FieldDeclaration, which: string, { place, numbering, faceAt }: Workshop): Ref {
  const taken = faceAt(`${field.name}/${which}`)
  const [width, height] = sizeOf((numbering.objects[taken.ref - 1]!.value as { dict: Dict }).dict.get('BBox'))
  const fits = Math.abs(width - place.size[0]) <= 0.5 && Math.abs(height - place.size[1]) <= 0.5
  if (!fits) throw new Error(`a face of ${field.name} does not fit`)
  return taken
}
