/** The shapes of this area's messages, as they cross between nodes. What logs say to witnesses has C2SP's own forms. */
import { z } from 'zod'
import { refuse } from './alarm.ts'

const verifierKey = z.string().max(500)

export const keysShape = z.strictObject({
  log: verifierKey,
  witness: verifierKey,
  mirror: verifierKey,
  stampCertificate: z.string().max(10_000).startsWith('-----BEGIN CERTIFICATE-----'),
})

export const keysAnswerShape = z.object({ keys: z.enum(['pinned', 'kept']) })

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
