/** What answers a form: on to a page, or the page with the form again, which says what is wrong. */
import type { Context } from 'hono'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type RefusalWords, refusalText } from './error-page.ts'
import { refilled } from './refill.ts'

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
  /** The page's forms are drawn from what is saved: what was typed is put back into the one that was sent. */
  refill?: boolean
}

/** Whoever may not see the thing at all is turned away before: `act` is only reached with what was held. */
export async function acted<Done>(
  c: Context<WebEnv>,
  { act, to, words, again, refill }: Acting<Done>,
): Promise<Response> {
  try {
    const done = await act()
    return c.redirect(typeof to === 'string' ? to : to(done), 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const { status } = refusal
    const text = refusalText(refusal, words, c.var.language)
    const page = await again({ text, status: status as Problem['status'] })
    return refill ? refilled(c, page, text) : page
  }
}
