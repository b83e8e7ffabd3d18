/** Judges a revision 0 that another node made of the same text: what it declares, and what it will show once it is signed. */

import canonicalize from 'canonicalize'
import { dict, ref } from '#src/platform/pdf/objects.ts'
import { writeUpdate } from '#src/platform/pdf/write.ts'
import { signedAppearance } from './faces.ts'
import { type Reading, readDocument } from './reading.ts'

/** A time whose digits are all ten: a digit drawn otherwise cannot hide. */
const anyTime = Temporal.Instant.from('2031-09-28T14:56:47Z')

/** Whether both documents are unsigned, and declare the same of themselves and of every field. */
export function declaredAlike(ours: Uint8Array, theirs: Uint8Array): boolean {
  const [a, b] = [declarationOf(ours), declarationOf(theirs)]
  return a !== undefined && a === b
}

function declarationOf(file: Uint8Array): string | undefined {
  const { declared, problems, layout } = readDocument(file)
  if (!declared || problems.length > 0 || layout.sections.length !== 1) return undefined
  const { about, demonstration } = declared
  const fields = declared.fields.map(({ name, party, root, signer, stamp, variants }) => {
    const ways = [...variants].map(([way, { reason }]) => ({ way, reason }))
    return { name, party, root, signer, stamp, ways }
  })
  return canonicalize({ about, demonstration, fields })
}

/** The ways to consent for which a document has a face in every field. */
export function variantsOf(file: Uint8Array): string[] {
  const fields = readDocument(file).declared?.fields ?? []
  const [first, ...others] = fields.map((field) => [...field.variants.keys()])
  return (first ?? []).filter((way) => others.every((ways) => ways.includes(way)))
}

/**
 * An unsigned document with every field showing what it shows once it is signed in this way; for looking at only.
 * @throws {Error} where it is no unsigned document with such fields
 */
export function asSigned(file: Uint8Array, variant: string): Uint8Array {
  const { declared, before }: Reading = readDocument(file)
  if (!declared || !before) throw new Error('not a document with declared fields')
  const { trailer, xrefAt } = before.previous
  const size = trailer.get('Size') as number
  const objects = declared.fields.flatMap(({ number, dict: field, box, variants }, i) => [
    { number, value: new Map([...field, ['AP', dict({ N: ref(size + i) })]]) },
    {
      number: size + i,
      value: signedAppearance(box, variants.get(variant)!, declared.glyphs, declared.objects, anyTime),
    },
  ])
  const added = declared.fields.length
  return writeUpdate(
    file,
    objects,
    dict({ Size: size + added, Root: trailer.get('Root')!, ID: trailer.get('ID')!, Prev: xrefAt }),
  )
}
