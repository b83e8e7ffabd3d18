/** The shapes of this area's messages, as they cross between nodes. What logs say to witnesses has C2SP's own forms. */
import { z } from 'zod'
import { foreignJson } from '#src/platform/foreign-json.ts'
import { wireInstant } from '#src/platform/wire-instant.ts'
import { refuse } from './alarm.ts'

const verifierKey = z.string().max(500)

export const keysShape = z.strictObject({
  log: verifierKey,
  witness: verifierKey,
  mirror: verifierKey,
  stampCertificate: z.string().max(10_000).startsWith('-----BEGIN CERTIFICATE-----'),
})

export const keysAnswerShape = z.object({ keys: z.enum(['pinned', 'kept']) })

const event = z.strictObject({
  index: z.int().min(0),
  event: z.string().min(1).max(100),
  at: wireInstant,
  salt: z.base64().length(44),
  facts: z.record(z.string().max(100), foreignJson),
})
export const eventsShape = z.strictObject({ events: z.array(event).max(500) })

/** @throws Refusal `log_events_malformed` */
export function readEvents(body: unknown): z.infer<typeof eventsShape> {
  const read = eventsShape.safeParse(body)
  return read.success ? read.data : refuse('log_events_malformed', {}, 422)
}

/** @throws Refusal `log_keys_malformed` */
export function readKeys(body: unknown): z.infer<typeof keysShape> {
  const read = keysShape.safeParse(body)
  return read.success ? read.data : refuse('log_keys_malformed', {}, 422)
}

const proofShape = z.strictObject({ proof: z.string().max(100_000) })

/** @throws Refusal `proof_not_acceptable` */
export function readProofBody(body: unknown): string {
  const read = proofShape.safeParse(body)
  return read.success ? read.data.proof : refuse('proof_not_acceptable', { why: 'proof_malformed' }, 422)
}
