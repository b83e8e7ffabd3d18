/** The shapes of this area's messages, as they cross between nodes. */
import { z } from 'zod'
import { refuseKeys } from './refusals.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const listShape = z.strictObject({ authority: sha256, der: z.base64().max(1_000_000) })

export const revokedShape = z.strictObject({
  authority: sha256,
  serial: z.string().regex(/^[0-9a-f]{1,64}$/),
  why: z.enum(['unspecified', 'key_lost', 'left_office', 'replaced']),
  at: z.iso.datetime(),
})

export const rootShape = z
  .strictObject({
    certificate: z.string().max(20_000).startsWith('-----BEGIN CERTIFICATE-----'),
    old: sha256.nullable(),
    signature: z.base64().max(2_000).nullable(),
  })
  .refine(({ old, signature }) => signature === null || old !== null)

export const answerShape = z.strictObject({ authority: sha256, answer: z.enum(['accepted', 'refused']) })

/** @throws Refusal `key_message_malformed` */
export function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const found = shape.safeParse(body)
  return found.success ? found.data : refuseKeys('key_message_malformed', {}, 422)
}
