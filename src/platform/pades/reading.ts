/** Reads a whole document: revision 0, then one update after the other, each judged on what came before it. */
import { type Layout, readLayout, type Section } from '#src/platform/pdf/layout.ts'
import type { Dict } from '#src/platform/pdf/objects.ts'
import { type Declared, NotDeclared, readDeclared } from './declared.ts'
import { judgePreservation, type Kept, meansToPreserve, nothingKept, type Preserved } from './preservation-rule.ts'
import { type Before, byteRangeOf, type Filled, judgeRevision } from './revision-rule.ts'
import type { Problem } from './verdict.ts'

/** More than any agreement weighs, in bytes. */
export const largest = 50 * 1024 * 1024

/** As many signatures as there may be fields, and what preserves them for a century. */
const mostRevisions = 200

export interface Reading {
  /** Undefined where revision 0 is not a document with declared fields. */
  declared?: Declared
  layout: Layout
  /** Fields filled by the rule, in order; ends before the first update that breaks it. */
  filled: Filled[]
  /** What was added after all had signed, in order, each with its revision. */
  preserved: (Preserved & { revision: number })[]
  /** What is wrong; each problem names its revision. */
  problems: Problem[]
  /** Where the next update would start from. */
  before?: Before
  kept?: Kept
}

/** Reads and judges. Never throws, whatever the bytes. */
export function readDocument(file: Uint8Array): Reading {
  if (file.length > largest) return empty({ sections: [] }, { code: 'too_large' })
  const layout = readLayout(file, mostRevisions)
  const reading = empty(layout)
  const [base, ...updates] = layout.sections
  try {
    if (base) reading.declared = readDeclared(base)
  } catch (error) {
    if (!(error instanceof NotDeclared)) throw error
    reading.problems.push({ code: error.code, revision: 0, detail: error.message })
  }
  if (base && reading.declared) {
    reading.before = { declared: reading.declared, filled: new Set(), previous: base }
    reading.kept = nothingKept(base)
    for (const section of updates) if (!follow(reading, section)) return reading
  }
  const { failure } = layout
  if (failure) {
    const detail = `${failure.message}, at byte ${failure.at}`
    reading.problems.push({ code: failure.code, revision: layout.sections.length, detail })
  }
  return reading
}

const empty = (layout: Layout, ...problems: Problem[]): Reading => ({ layout, filled: [], preserved: [], problems })

/** Judges the next update and moves on to it. @returns whether it kept the rule */
function follow(reading: Reading, section: Section): boolean {
  const { declared, filled, previous } = reading.before!
  const size = previous.trailer.get('Size') as number
  const preserves =
    filled.size === declared.fields.length && reading.kept && meansToPreserve(reading.kept, section, size)
  return preserves ? preserve(reading, section, size) : fill(reading, section)
}

function preserve(reading: Reading, section: Section, size: number): boolean {
  const revision = reading.layout.sections.indexOf(section)
  const rangeOf = (signature: Dict, number: number) =>
    byteRangeOf(signature, number, section.spans.get(number)!.start, section.end)
  const finding = judgePreservation(reading.kept!, section, size, rangeOf)
  reading.problems.push(...finding.problems.map((p) => ({ ...p, revision })))
  if (!('preserved' in finding)) return false
  reading.preserved.push({ ...finding.preserved, revision })
  reading.kept = finding.kept
  reading.before = { ...reading.before!, previous: section }
  return true
}

function fill(reading: Reading, section: Section): boolean {
  const revision = reading.layout.sections.indexOf(section)
  const { problems, filled } = judgeRevision(reading.before!, section)
  reading.problems.push(...problems.map((p) => ({ ...p, revision })))
  if (!filled) return false
  const last = reading.filled.at(-1)
  if (last && Temporal.Instant.compare(filled.signedAt.add({ minutes: 10 }), last.signedAt) < 0) {
    reading.problems.push({ code: 'signed_before_previous', revision })
    return false
  }
  reading.filled.push(filled)
  reading.before = {
    declared: reading.before!.declared,
    filled: new Set([...reading.before!.filled, filled.field.number]),
    previous: section,
  }
  return true
}
