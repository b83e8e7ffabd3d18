/** The text fields of a sent form. */
import type { Context } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'

/** Fields by name; of one sent twice the last, files left out. */
export async function formValues(c: Context<WebEnv>): Promise<Partial<Record<string, string>>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}
