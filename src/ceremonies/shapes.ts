/** The small shapes messages between nodes are made of, and reading a body by a shape. */
import { z } from 'zod'
import { refuse } from './ceremony.ts'

export const instantShape = z
  .string()
  .max(40)
  .transform((value, context) => {
    try {
      return Temporal.Instant.from(value)
    } catch {
      context.addIssue('not an instant')
      return z.NEVER
    }
  })

/** Kept as the text it is, since it is part of what is hashed. */
export const instantTextShape = z.string().max(40).refine(isInstant)

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text) instanceof Temporal.Instant
  } catch {
    return false
  }
}

export const idShape = z.string().regex(/^[\w-]{1,40}$/)
export const tongueShape = z.enum(['en', 'zh', 'both'])
export const rorShape = z.string().regex(/^0[a-z0-9]{8}$/)

/** The same words in both languages, each of at most so many characters. */
export const wordsShape = (longest: number) =>
  z.strictObject({ en: z.string().max(longest), zh: z.string().max(longest) })

/** Reads a message's body. @throws Refusal `plan_malformed` naming the fields that do not fit */
export function readShape<T extends z.ZodType>(shape: T, body: unknown): z.infer<T> {
  const result = shape.safeParse(body)
  if (!result.success)
    return refuse('plan_malformed', { fields: result.error.issues.map((i) => i.path.join('.')) }, 422)
  return result.data
}
