/** The shapes of this area's messages about a plan, as they cross between nodes. */
import { z } from 'zod'
import { frameFields } from './frame-shapes.ts'
import { instantShape } from './shapes.ts'
import { sheetFields } from './sheet-shapes.ts'

const version = z.int().min(1).max(1_000_000)
const byName = z.string().max(200)

export const frameShape = z.strictObject({ ...frameFields, version, startsAt: instantShape, byName, at: instantShape })
export const sheetShape = z.strictObject({
  version,
  sheet: sheetFields,
  confirmed: z.strictObject({ version, at: instantShape, byName }).nullable(),
  asked: z.strictObject({ text: z.string().min(1).max(4000), at: instantShape, byName }).nullable(),
  byName,
  at: instantShape,
})
export const rehearsalShape = z.strictObject({
  ...frameFields,
  rehearsal: z.uuid(),
  version,
  startsAt: instantShape,
  byName,
  at: instantShape,
})
export const rehearsalEndedShape = z.strictObject({ byName, at: instantShape })
