/** What answers a form: on to a page, or the page with the form again, which says what is wrong. */
import type { Context } from 'hono'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type RefusalWords, refusalText } from './error-page.ts'

/** A refusal as a page tells it. */
export interface Problem {
  text: string
  status: 403 | 404 | 409 | 422
}

interface Acting<Done> {
  act: () => Promise<Done>
  /** The address to go on to. */
  to: string | ((done: Done) => string)
  words: RefusalWords
  again: (problem: Problem) => Response | Promise<Response>
}

/** Whoever may not see the thing at all is turned away before: `act` is only reached with what was held. */
export async function acted<Done>(c: Context<WebEnv>, { act, to, words, again }: Acting<Done>): Promise<Response> {
  try {
    const done = await act()
    return c.redirect(typeof to === 'string' ? to : to(done), 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const { status } = refusal
    return again({ text: refusalText(refusal, words, c.var.language), status: status as Problem['status'] })
  }
}
