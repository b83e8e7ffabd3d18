/** How routes of this area answer: the page of a ceremony, the way back after an act, or the page with what was refused. */
import type { Context } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type Content, type RefusalWords, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type SeenCeremony, seeCeremony } from './access.ts'
import { planPage, type Said } from './plan-page.ts'
import { type Done, doneWords } from './plan-words.ts'
import { readPlan } from './read-plan.ts'
import { ceremonyRefusalWords } from './words.ts'

export interface CeremonyParts {
  db: Db
  /** Keys of the steps of our own approval. */
  approvalSteps: string[]
  /** What later rooms of this area show below the plan. */
  more?: (c: CeremonyContext, seen: SeenCeremony) => Promise<Content>
}

export type CeremonyContext = Context<WebEnv>

/** Every refusal an act on a ceremony can meet. */
export const refusalWords: RefusalWords = ceremonyRefusalWords

export const idOf = (c: CeremonyContext): string => c.req.param('id') ?? ''

/** Shows the ceremony's page. */
export async function showPlan(c: CeremonyContext, parts: CeremonyParts, said: Partial<Said> = {}): Promise<Response> {
  const seen = await seeCeremony(parts.db, c.var.visitor, idOf(c))
  const view = await readPlan(parts.db, seen, { now: c.var.now, steps: parts.approvalSteps })
  const asked = c.req.method === 'GET' ? c.req.query('done') : undefined
  const done = asked && Object.hasOwn(doneWords, asked) ? (asked as Done) : undefined
  return planPage(c, view, { done, more: await parts.more?.(c, seen), ...said })
}

/**
 * Does an act and leads back to the ceremony's page; what is refused comes back on that page, with what was typed.
 * Refusals to see it at all are passed on.
 * @param run does it; a string it returns instead of nothing is another ceremony to lead to
 */
export async function answerAct(
  c: CeremonyContext,
  parts: CeremonyParts,
  { act, done }: { act: string; done: Done },
  run: () => Promise<unknown>,
): Promise<Response> {
  try {
    const other = await run()
    return c.redirect(`/ceremonies/${typeof other === 'string' ? other : idOf(c)}?done=${done}`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 401 || refusal.status === 404) throw refusal
    const text = refusalText(refusal, refusalWords, c.var.language)
    return showPlan(c, parts, { problem: { text, status: refusal.status, act, typed: await formValues(c) } })
  }
}
