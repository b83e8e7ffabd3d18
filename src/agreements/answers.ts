/** How routes of this area answer: the page of an agreement, the way back after an act, or the page with what was refused. */
import type { Context } from 'hono'
import { partnerRefusalWords } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { fileRefusalWords } from '#src/platform/files/index.ts'
import type { Words } from '#src/platform/i18n/words.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { PageShelf } from '#src/platform/render/index.ts'
import { type Typesetter, typesetRefusals } from '#src/platform/typeset/index.ts'
import { type RefusalWords, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { seeAgreement } from './access.ts'
import { negotiationPage, type Said } from './negotiation-page.ts'
import { type Done, doneWords } from './negotiation-words.ts'
import type { ApprovalStep } from './read-approving.ts'
import { type Asked, readNegotiation } from './read-negotiation.ts'
import type { TerminationHouse } from './terminate.ts'
import { agreementRefusalWords } from './words.ts'

export interface AgreementParts {
  db: Db
  typesetter: Typesetter
  shelf: PageShelf
  /** The steps of our own approval, in their order. */
  approvalSteps: ApprovalStep[]
  /** Whether agreements started here are marked as demonstration. */
  demonstration: boolean
  /** What a signatory's consent needs to know of this node. */
  consent: TerminationHouse
  /** Where people reach a partner's node, if it is paired. */
  siteOf?: (db: Db, ror: string) => Promise<string | undefined>
  /** Words for acts that later areas note in an agreement's history. */
  journalWords?: Words
}

export type AgreementContext = Context<WebEnv>

/** Every refusal an act on an agreement can meet. */
export const refusalWords: RefusalWords = {
  ...(typesetRefusals as unknown as RefusalWords),
  ...fileRefusalWords,
  ...partnerRefusalWords,
  ...agreementRefusalWords,
}

const idOf = (c: AgreementContext): string => c.req.param('id') ?? ''

/** Shows the agreement's page. */
export async function showAgreement(
  c: AgreementContext,
  parts: AgreementParts,
  said: Partial<Said> = {},
): Promise<Response> {
  const seen = await seeAgreement(parts.db, c.var.visitor, idOf(c))
  const asked: Asked = c.req.query()
  const negotiation = await readNegotiation(parts.db, seen, asked, {
    approvalSteps: parts.approvalSteps,
    now: c.var.now,
  })
  const done = c.req.method === 'GET' ? c.req.query('done') : undefined
  return negotiationPage(c, negotiation, {
    journalWords: parts.journalWords ?? {},
    done: done && Object.hasOwn(doneWords, done) ? (done as Done) : undefined,
    ...said,
  })
}

/**
 * Does an act and leads back to the agreement's page; what is refused comes back on that page, with what was typed.
 * Refusals to see it at all are passed on.
 */
export async function answerAct(
  c: AgreementContext,
  parts: AgreementParts,
  act: string,
  run: () => Promise<Done>,
): Promise<Response> {
  return answerActAt(c, parts, act, async () => `/agreements/${idOf(c)}?done=${await run()}`)
}

/** The same, for an act that leads elsewhere. @param run returns where to */
export async function answerActAt(
  c: AgreementContext,
  parts: AgreementParts,
  act: string,
  run: () => Promise<string>,
): Promise<Response> {
  try {
    return c.redirect(await run(), 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 401 || refusal.status === 404) throw refusal
    const text = refusalText(refusal, refusalWords, c.var.language)
    return showAgreement(c, parts, { problem: { text, status: refusal.status, act, typed: await formValues(c) } })
  }
}
