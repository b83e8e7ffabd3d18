/** How the forms of the procedures answer: back to the page, or the page again with what was refused. */
import type { Context } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Told } from './parts-view.ts'

/** Refusals to see it at all, or to do it, are passed on; what was typed wrongly comes back. */
export async function answered(
  c: Context<WebEnv>,
  back: string,
  { run, again }: { run: () => Promise<unknown>; again: (told: Told) => Promise<Response> },
): Promise<Response> {
  try {
    await run()
    return c.redirect(`${back}?done=yes`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || [401, 403, 404].includes(refusal.status)) throw refusal
    return again({ refusal, typed: await formValues(c) })
  }
}

export const doneOf = (c: Context<WebEnv>): Told => ({ done: c.req.query('done') === 'yes' })
