/** Answers an island's question for options. */
import type { Context } from 'hono'
import { Refusal } from '#src/platform/refusal.ts'
import { type RefusalWords, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { peopleRefusalWords } from './refusal-words.ts'

/** The options as JSON, or a refusal as `{ message }` in the page's language, which the island shows beside its button. */
export async function passkeyOptions(
  c: Context<WebEnv>,
  make: () => Promise<object>,
  words: RefusalWords = {},
): Promise<Response> {
  try {
    return c.json(await make())
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const message = refusalText(error, { ...peopleRefusalWords, ...words }, c.var.language)
    return c.json({ message }, error.status)
  }
}
