/**
 * Things a document to be signed may not hold: what acts, what hides, what points outside (the "shadow" attacks need
 * them).
 */
import { type Indirect, isArray, isDict, isName, isStream } from '#src/platform/pdf/objects.ts'

const keys = new Set(
  [
    'AA JS JavaScript OpenAction OC OCGs OCProperties Perms XFA EmbeddedFiles EF AF RichMediaContent',
    'RichMediaSettings Encrypt NeedAppearances FFilter FDecodeParms OPI Ref Movie Sound PieceInfo',
    'Collection URI',
  ].flatMap((line) => line.split(' ')),
)
const actions = new Set(
  'JavaScript Launch GoToR GoToE URI SubmitForm ImportData ResetForm Hide Rendition Movie Sound'.split(' '),
)

/** The first forbidden key or action in any object, or undefined. */
export function forbiddenFeature(objects: Map<number, Indirect>): string | undefined {
  for (const value of objects.values()) {
    const found = search(value)
    if (found) return found
  }
  return undefined
}

function search(value: Indirect): string | undefined {
  if (isStream(value)) return value.dict.has('F') ? 'F' : search(value.dict)
  if (isArray(value)) return first(value)
  if (!isDict(value)) return undefined
  const key = [...value.keys()].find((k) => keys.has(k))
  if (key) return key
  const action = value.get('S')
  if (isName(action) && actions.has(action.name)) return action.name
  return first([...value.values()])
}

function first(values: Indirect[]): string | undefined {
  for (const value of values) {
    const found = search(value)
    if (found) return found
  }
  return undefined
}
