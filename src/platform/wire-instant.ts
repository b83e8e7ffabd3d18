/** An instant as it crosses between nodes. */
import { z } from 'zod'
import { isOfOurAge } from './time.ts'

/** ISO 8601 with its offset, read as an instant that every page and the database can show. */
export const wireInstant = z.string().transform((value, context) => {
  try {
    const at = Temporal.Instant.from(value)
    if (isOfOurAge(at)) return at
  } catch {
    // said below
  }
  context.addIssue('not an instant')
  return z.NEVER
})
