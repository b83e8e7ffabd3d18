/** The text fields of a sent form. */
import type { Context } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'

/**
 * Characters nobody typed, that come along from other programs and cannot be kept, or that turn around what is read after them:
 * controls but tabulator and line end, and marks that override the direction.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Fields by name; of one sent twice the last, files left out, and what nobody could see. */
export async function formValues(c: Context<WebEnv>): Promise<Partial<Record<string, string>>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body)
      .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
      .map(([name, value]) => [name, value.replaceAll(unseen, '')]),
  )
}
