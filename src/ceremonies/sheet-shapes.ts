/** The shape of a sheet as it crosses between nodes, and what cannot stand in one; forms are measured by the same. */
import { z } from 'zod'
import { levels } from './guest.ts'
import type { Party } from './plan.ts'
import { idShape, rorShape, tongueShape, wordsShape } from './shapes.ts'
import type { Sheet } from './sheet.ts'

const line = wordsShape(300)
const zone = z.string().max(60).refine(isZone, 'not a zone')

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const guest = z.strictObject({
  id: idShape,
  name: z.strictObject({ latin: z.string().min(1).max(120), native: z.string().max(60).nullable() }),
  familyNameFirst: z.boolean(),
  title: line,
  organisation: line,
  party: rorShape.nullable(),
  level: z.enum(levels),
  attending: z.enum(['invited', 'accepted', 'declined', 'unknown']),
  present: z.boolean().nullable(),
})
const part = z.strictObject({
  guest: idShape.nullable(),
  language: tongueShape.nullable(),
  interpreter: z.string().max(200),
  note: z.string().max(2000),
})
/** All of a sheet but its version and its answer. */
export const sheetFields = z.strictObject({
  hall: line,
  city: line,
  zone,
  contact: z.string().max(300),
  guests: z.array(guest).max(300),
  items: z.record(idShape, part),
})

/** Paths of what cannot stand in the sheet of this university. A side speaks for its own people and for guests of neither. */
export function sheetFaults(asked: Sheet, party: Party): string[] {
  const read = sheetFields.safeParse(asked)
  if (!read.success) return read.error.issues.map((issue) => issue.path.join('.'))
  const strange = asked.guests.findIndex((one) => one.party !== null && one.party !== party)
  if (strange >= 0) return [`guests.${strange}.party`]
  return new Set(asked.guests.map(({ id }) => id)).size === asked.guests.length ? [] : ['guests']
}
