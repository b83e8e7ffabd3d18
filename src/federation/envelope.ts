/** The form of a message between nodes, and its id: the hash of all it says. */
import { z } from 'zod'
import { canonicalHash } from '#src/platform/canonical.ts'
import { foreignJson } from '#src/platform/foreign-json.ts'

const ror = z.string().regex(/^0[a-z0-9]{8}$/)

export const envelopeShape = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z
    .string()
    .max(60)
    .regex(/^[^\p{Cc}]*$/u),
  from: ror,
  to: ror,
  about: z
    .string()
    .max(100)
    .regex(/^[^\p{Cc}]*$/u),
  body: z.unknown(),
})
export type Envelope = z.infer<typeof envelopeShape>

export const answerShape = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accepted'), result: foreignJson }),
  z.strictObject({
    answer: z.literal('refused'),
    reason: z.string().max(100),
    details: z.record(z.string(), foreignJson),
  }),
  z.strictObject({ answer: z.literal('not_yet'), reason: z.string().max(100) }),
])
export type WireAnswer = z.infer<typeof answerShape>

/** The message with its id. The same message always has the same id, so a retry is known as one. */
export function seal(message: Omit<Envelope, 'id'>): Envelope {
  return { id: canonicalHash(message), ...message }
}

/** Whether the id is the hash of the rest. What is nested too deeply, or holds half a character, has no hash. */
export function isSealed({ id, ...message }: Envelope): boolean {
  try {
    return canonicalHash(message) === id
  } catch {
    return false
  }
}
