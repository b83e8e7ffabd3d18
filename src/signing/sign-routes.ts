/** The signatory's page and acts: read, consent by passkey or by mailed code, decline. */
import { type Context, Hono } from 'hono'
import { approvalsOf, findVersion } from '#src/agreements/index.ts'
import { actorOf, formValues, peopleRefusalWords } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type Html, notice, page, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdSeat, type SignatorysSession, seeSession } from './access.ts'
import { beginConsent, consentByCode, consentByPasskey, sendConsentCode } from './consent.ts'
import { decline } from './end-session.ts'
import type { SigningParts } from './parts.ts'
import { readDocument } from './read-document.ts'
import { readRoom } from './read-room.ts'
import { signWords } from './room-words.ts'
import { signPage } from './sign-page.ts'
import { mailWords, signingRefusalWords } from './words.ts'

const words = { ...peopleRefusalWords, ...signingRefusalWords }

/** Refusals that only say that it is done already: no alarm. */
const kind = ['already_consented', 'already_concluded']

export function signRoutes(parts: SigningParts): Hono<WebEnv> {
  const { db } = parts
  const routes = new Hono<WebEnv>()
  const hold = (c: Context<WebEnv>) => holdSeat(db, c.var.visitor, c.req.param('session')!)

  routes.get('/signing/:session/sign', async (c) => {
    const held = await hold(c)
    await readDocument(db, held, c.var.now)
    return show(c, parts, held)
  })

  routes.post('/signing/:session/consent/options', async (c) => {
    try {
      return c.json(await beginConsent(db, await hold(c), parts, c.var.now))
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem
      return c.json({ reason: problem.reason, message: refusalText(problem, words, c.var.language) }, problem.status)
    }
  })

  const act = (
    path: string,
    doIt: (
      held: SignatorysSession,
      c: Context<WebEnv>,
      fields: Partial<Record<string, string>>,
    ) => Promise<Html | undefined>,
  ) =>
    routes.post(`/signing/:session/${path}`, async (c) => {
      const held = await hold(c)
      try {
        const note = await doIt(held, c, await formValues(c))
        return note ? await show(c, parts, held, note) : c.redirect(`/signing/${held.progress.session.id}/sign`, 303)
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem
        const title = refusalText(problem, words, c.var.language)
        const note = notice({ kind: kind.includes(problem.reason) ? 'note' : 'refusal', title, live: true })
        return show(c, parts, held, note, problem.status)
      }
    })

  act('consent', (held, c, { response = '' }) => silent(consentByPasskey(db, held, parts, response, c.var.now)))
  act('code-consent', (held, c, { code = '' }) => silent(consentByCode(db, held, parts, code, c.var.now)))
  act('code', async (held, c) => {
    const { title } = (await findVersion(db, held.agreement.id, held.agreement.version))!.text
    await sendConsentCode(db, held, mailWords.codeFor(title), c.var.now)
    return notice({ kind: 'done', title: signWords.codeSent[c.var.language], answer: true })
  })
  act('declination', async ({ signatory, agreement, progress }, c, { reason = '' }) => {
    const said = {
      kind: 'declined',
      reason,
      byName: signatory.account.name.latin,
      by: actorOf(signatory),
      at: c.var.now,
    } as const
    await decline(db, progress.session.id, agreement.version, said)
    return undefined
  })
  return routes
}

/** The signatory's page as things stand now, after whatever the request did. */
async function show(
  c: Context<WebEnv>,
  { db, shelf }: SigningParts,
  held: SignatorysSession,
  note?: Html,
  status?: Refusal['status'],
) {
  const { session } = held.progress
  const view = await readRoom(db, await seeSession(db, c.var.visitor, session.id), c.var)
  const { seat } = held
  const method = view.pins.find((p) => p.seat === seat)?.pin.method ?? 'passkey'
  const approvals = await approvalsOf(db, held.agreement.id)
  const pages = view.session.state === 'open' ? await shelf.pages(db, session.documentHash) : undefined
  const shown = signPage({ ...view, seat, method, approvals, pages }, note)
  // A page drawn in answer to a form has no address of its own from which it could be renewed.
  return page(c, c.req.method === 'GET' ? shown : { ...shown, live: undefined }, status)
}

/** An act after which the page itself says all there is to say. */
const silent = (done: Promise<unknown>): Promise<undefined> => done.then(() => undefined)
