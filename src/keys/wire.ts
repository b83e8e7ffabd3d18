/** The shapes of this area's messages, as they cross between nodes. */
import { z } from 'zod'
import { refuseKeys } from './refusals.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const listShape = z.strictObject({ authority: sha256, der: z.base64().max(1_000_000) })

/** @throws Refusal `key_message_malformed` */
export function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const found = shape.safeParse(body)
  return found.success ? found.data : refuseKeys('key_message_malformed', {}, 422)
}
