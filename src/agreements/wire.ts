/** The shapes of this area's messages, as they cross between nodes. */
import { z } from 'zod'
import { wireInstant as instant } from '#src/platform/wire-instant.ts'
import { refuse } from './agreement.ts'
import { seatPinsShape } from './seats.ts'
import { textShape } from './text-rules.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const number = z.int().min(0).max(100_000)
const name = z.string().max(200)
const label = z.strictObject({ en: z.string().max(300), zh: z.string().max(300) })
const standing = { version: number, round: number }

export const versionShape = z.strictObject({
  number,
  kind: z.enum(['key', 'general']),
  text: textShape,
  textHash: hash,
  note: z.string().max(4000),
  byName: name,
  at: instant,
})
export const labelShape = z.strictObject({ title: label, type: label, reference: z.string().max(100), at: instant })
export const commentShape = z.strictObject({
  id: z.uuid(),
  version: number,
  clause: z.string().max(40).nullable(),
  byName: name,
  body: z.string().min(1).max(8000),
  at: instant,
})
export const freezeShape = z.strictObject({
  ...standing,
  textHash: hash,
  documentHash: hash,
  text: textShape,
  pins: seatPinsShape,
  byName: name,
  at: instant,
})
export const documentShape = z.strictObject({ ...standing, sha256: hash, pdf: z.base64() })
export const reopeningShape = z.strictObject({
  ...standing,
  reason: z.string().min(1).max(4000),
  byName: name,
  at: instant,
})
export const approvalShape = z.strictObject({
  ...standing,
  textHash: hash,
  seatsHash: hash,
  steps: z.array(z.string().max(60)).max(20),
  at: instant,
})
export const pinsShape = z.strictObject({ ...standing, pins: seatPinsShape, at: instant })

/** What the receiver of a freeze answers: the copies are the same, or what differs. */
export const freezeResultShape = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('same') }),
  z.strictObject({ outcome: z.literal('documents_differ') }),
  z.strictObject({ outcome: z.literal('copies_differ'), fields: z.array(z.string()) }),
])
export type FreezeResult = z.infer<typeof freezeResultShape>

/** Reads a message's body. @throws Refusal `text_malformed` naming the fields that do not fit */
export function read<T extends z.ZodType>(shape: T, body: unknown): z.infer<T> {
  const result = shape.safeParse(body)
  if (!result.success)
    return refuse('text_malformed', { fields: result.error.issues.map((i) => i.path.join('.')) }, 422)
  return result.data
}
