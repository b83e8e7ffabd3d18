/** The shapes of this area's messages, as they cross between nodes. */
import { z } from 'zod'
import { wireInstant as instant } from '#src/platform/wire-instant.ts'
import { refuse } from './session.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const seat = z.string().max(40)
const ending = { session: hash, reason: z.string().max(4000), byName: z.string().max(200), at: instant }

export const openShape = z.strictObject({
  attempt: z.int().min(1).max(100_000),
  textHash: hash,
  documentHash: hash,
  seatsHash: hash,
  deadline: instant,
  byName: z.string().max(200),
  at: instant,
})
export const readingShape = z.strictObject({ session: hash, seat, at: instant })

const bilingual = z.strictObject({ en: z.string().max(300), zh: z.string().max(300) })
const statementShape = z.strictObject({
  format: z.literal('chirograph-consent-1'),
  session: hash,
  agreement: z.uuid(),
  textHash: hash,
  documentHash: hash,
  seat,
  order: z.int(),
  name: z.strictObject({ latin: z.string().max(120), native: z.string().max(60).nullable() }),
  title: bilingual,
  method: z.enum(['passkey', 'code']),
  nonce: z.string().min(16).max(80),
})
export const consentShape = z.strictObject({
  session: hash,
  statement: statementShape,
  assertion: z.unknown(),
  at: instant,
})
export const signatureShape = z.strictObject({
  session: hash,
  number: z.int().min(1).max(20),
  seat,
  previousSha256: hash,
  sha256: hash,
  delta: z.base64().max(2_000_000),
  /** Counts from one where the same signature is offered again after it was refused: a message of its own. */
  again: z.int().min(1).max(1_000).optional(),
})
/** What was added after the signatures, to keep them provable. */
export const preservationShape = z.strictObject({
  session: hash,
  number: z.int().min(1).max(1_000),
  previousSha256: hash,
  sha256: hash,
  delta: z.base64().max(4_000_000),
  /** Counts from one where the same is offered again after it was refused: a message of its own. */
  again: z.int().min(1).max(100_000).optional(),
})
export const endingShape = z.strictObject({ ...ending, kind: z.enum(['declined', 'withdrawn', 'lapsed']) })
export const questionShape = endingShape

/** How the deciding node answers the question to end a session. */
export const decisionShape = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('ended') }),
  z.strictObject({ decision: z.literal('concluded') }),
])
export type Decision = z.infer<typeof decisionShape>

/** Reads a message's body. @throws Refusal `message_malformed` naming the fields that do not fit */
export function read<T extends z.ZodType>(shape: T, body: unknown): z.infer<T> {
  const result = shape.safeParse(body)
  if (!result.success)
    return refuse('message_malformed', { fields: result.error.issues.map((i) => i.path.join('.')) }, 422)
  return result.data
}
