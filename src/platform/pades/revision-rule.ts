/**
 * The one rule for what may follow a document: exactly one declared, empty field becomes filled, and nothing else
 * happens. The update holds three objects: the field again with /V and /AP set, the signature, and the appearance.
 */

import type { Section } from '#src/platform/pdf/layout.ts'
import {
  type Dict,
  isDict,
  isName,
  isRef,
  isStr,
  isStream,
  type Name,
  type Str,
  same,
  spell,
  textOf,
  type Value,
} from '#src/platform/pdf/objects.ts'
import type { Declared, DeclaredField } from './declared.ts'
import { signedAppearance } from './faces.ts'
import { readPdfTime } from './pdf-time.ts'
import type { Problem } from './verdict.ts'
import type { ProblemCode } from './words.ts'

export interface Filled {
  field: DeclaredField
  variant: string
  signedAt: Temporal.Instant
  /** [0, start of the gap, end of the gap, length of what follows it]. */
  byteRange: [number, number, number, number]
  /** /Contents with its padding. */
  contents: Uint8Array
}

export interface Before {
  declared: Declared
  /** Object numbers of fields filled already. */
  filled: Set<number>
  previous: Section
}

export type RevisionFinding = { problems: Problem[]; filled?: Filled }

/** Judges one update on the revision before it. `section` has passed `readLayout`: all its bytes are accounted for. */
export function judgeRevision(before: Before, section: Section): RevisionFinding {
  const problems = judgeObjects(before, section)
  if (problems.length) return { problems }
  const field = before.declared.fields.find((f) => section.objects.has(f.number))!
  const next = section.objects.get(field.number) as Dict
  const changed = judgeField(field, next, section)
  if (changed.length) return { problems: changed }
  return judgeSignature(before, section, field, next)
}

const problem = (code: ProblemCode, detail?: string): Problem => (detail === undefined ? { code } : { code, detail })

/** A hostile update may change very many things: it is enough to name some. */
const mostNamed = 10

/** Which objects the update holds: one field not filled before, and two new ones. */
function judgeObjects({ declared, filled, previous }: Before, section: Section): Problem[] {
  const size = previous.trailer.get('Size') as number
  const redefined = [...section.objects.keys()].filter((number) => number < size)
  const fields = redefined.filter((number) => declared.fields.some((f) => f.number === number))
  const others = redefined.filter((number) => !fields.includes(number))
  if (others.length)
    return others.slice(0, mostNamed).map((number) => problem('object_redefined', describe(declared, number)))
  if (fields.length !== 1) return [problem(fields.length ? 'several_fields_filled' : 'no_field_filled')]
  if (filled.has(fields[0]!)) return [problem('field_filled_before')]
  const added = [...section.objects.keys()].filter((number) => number >= size)
  const expected = added.length === 2 && added.includes(size) && added.includes(size + 1)
  return expected ? [] : [problem('foreign_object', `${added.length} new objects`)]
}

function describe(declared: Declared, number: number): string {
  const value = declared.objects.get(number)
  const type = isDict(value) ? value.get('Type') : isStream(value) ? value.dict.get('Type') : undefined
  return `object ${number}${isName(type) ? ` (${type.name})` : ''}`
}

/** The field: as declared, but for /V and /AP, which name the two new objects. */
function judgeField(field: DeclaredField, next: Value | undefined, section: Section): Problem[] {
  if (!isDict(next)) return [problem('field_changed', field.name)]
  const changed = [...new Set([...field.dict.keys(), ...next.keys()])].filter(
    (key) => key !== 'V' && key !== 'AP' && !same(field.dict.get(key), next.get(key)),
  )
  if (changed.length) return changed.slice(0, mostNamed).map((key) => problem('field_changed', key))
  const value = next.get('V')
  const appearance = next.get('AP')
  const normal = isDict(appearance) && appearance.size === 1 ? appearance.get('N') : undefined
  if (!isRef(value) || !isDict(section.objects.get(value.ref))) return [problem('signature_not_new')]
  if (!isRef(normal) || !isStream(section.objects.get(normal.ref))) return [problem('appearance_not_new')]
  return []
}

/** In this order. */
export const signatureKeys = 'Type Filter SubFilter ByteRange Contents M Name Reason'

function judgeSignature(before: Before, section: Section, field: DeclaredField, next: Dict): RevisionFinding {
  const number = (next.get('V') as { ref: number }).ref
  const signature = section.objects.get(number) as Dict
  const keys = [...signature.keys()].join(' ')
  if (keys !== signatureKeys) return { problems: [problem('signature_dictionary', keys)] }
  const named = (key: string) => (signature.get(key) as Name | undefined)?.name
  if ([named('Type'), named('Filter'), named('SubFilter')].join() !== 'Sig,Adobe.PPKLite,ETSI.CAdES.detached') {
    return { problems: [problem('signature_dictionary', String(named('SubFilter')))] }
  }
  const byteRange = rangeOf(signature, section, number)
  if (!byteRange) return { problems: [problem('byte_range')] }
  const signedAt = readPdfTime(signature.get('M'))
  if (!signedAt) return { problems: [problem('signing_time_malformed')] }
  if (textIn(signature, 'Name') !== field.signer) return { problems: [problem('signer_differs')] }
  const appearance = section.objects.get(((next.get('AP') as Dict).get('N') as { ref: number }).ref)
  const { declared } = before
  const shown = [...field.variants].find(([, face]) =>
    same(signedAppearance(field.box, face, declared.glyphs, declared.objects, signedAt), appearance),
  )
  if (!shown) return { problems: [problem('appearance_differs')] }
  const [variant, { reason }] = shown
  if (textIn(signature, 'Reason') !== reason) return { problems: [problem('reason_differs')] }
  return {
    problems: [],
    filled: { field, variant, signedAt, byteRange, contents: (signature.get('Contents') as Str).bytes },
  }
}

const textIn = (signature: Dict, key: string) => {
  const value = signature.get(key)
  return isStr(value) ? textOf(value) : undefined
}

/** The byte range, where it is the whole file up to the end of this revision but for the hex string of /Contents. */
function rangeOf(signature: Dict, section: Section, number: number): Filled['byteRange'] | undefined {
  const expected = byteRangeOf(signature, number, section.spans.get(number)!.start, section.end)
  return expected && same(signature.get('ByteRange'), expected) ? expected : undefined
}

/**
 * What /ByteRange must say. Every object is spelled in the one way, and only fixed names and digits come before
 * /Contents, so its place can be computed.
 * @param start where the signature's object starts
 * @param end where its revision ends
 */
export function byteRangeOf(
  signature: Dict,
  number: number,
  start: number,
  end: number,
): Filled['byteRange'] | undefined {
  const contents = signature.get('Contents')
  const spelled = spell(signature).indexOf('/Contents <')
  if (!isStr(contents) || spelled < 0) return undefined
  const open = start + `${number} 0 obj\n`.length + spelled + '/Contents '.length
  const close = open + 2 * contents.bytes.length + 2
  return [0, open, close, end - close]
}
