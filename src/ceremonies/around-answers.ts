/** How routes around a ceremony answer: on to the page after an act, or the page again with what was refused. */

import { meetingRefusalWords } from '#src/platform/meetings/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { typesetRefusals } from '#src/platform/typeset/index.ts'
import { type RefusalWords, refusalText } from '#src/platform/ui/index.ts'
import { afterRefusalWords } from './after-refusal-words.ts'
import type { CeremonyContext } from './answers.ts'
import { invitationRefusalWords } from './invitation-words.ts'
import { joinRefusalWords } from './meeting-words.ts'
import { ceremonyRefusalWords } from './words.ts'

/** Every refusal an act around a ceremony can meet. */
export const aroundRefusalWords: RefusalWords = {
  ...ceremonyRefusalWords,
  ...invitationRefusalWords,
  ...joinRefusalWords,
  ...afterRefusalWords,
  ...meetingRefusalWords,
  ...(typesetRefusals as unknown as RefusalWords),
}

export interface Problem {
  text: string
  status: Refusal['status']
}

/**
 * Does an act and leads on; what is refused is shown on the page the form stood on. Refusals to see it at all are passed on.
 * @param run may return another address to lead to
 * @param again draws the page with the refusal
 */
export async function doOrShow(
  c: CeremonyContext,
  to: string,
  run: () => Promise<unknown>,
  again: (problem: Problem, refusal: Refusal) => Promise<Response> | Response,
): Promise<Response> {
  try {
    const other = await run()
    return c.redirect(typeof other === 'string' ? other : to, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 401 || refusal.status === 404) throw refusal
    return again({ text: refusalText(refusal, aroundRefusalWords, c.var.language), status: refusal.status }, refusal)
  }
}

/** What `?done=` says, if it is one of the acts the page has words for. */
export function doneOf<K extends string>(c: CeremonyContext, words: Record<K, unknown>): K | undefined {
  const asked = c.req.method === 'GET' ? c.req.query('done') : undefined
  return asked && Object.hasOwn(words, asked) ? (asked as K) : undefined
}
