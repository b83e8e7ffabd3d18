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
