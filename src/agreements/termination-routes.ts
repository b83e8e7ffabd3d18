/** The addresses of ending an agreement. */
import { type Context, Hono } from 'hono'
import { formValues, peopleRefusalWords } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { refuse } from './agreement.ts'
import { type AgreementParts, refusalWords } from './answers.ts'
import { fieldOf } from './field-of.ts'
import { holdTermination, readTermination } from './read-termination.ts'
import {
  beginTermination,
  sendTerminationCode,
  type TerminationInput,
  terminateByCode,
  terminateByPasskey,
} from './terminate.ts'
import { terminationActs } from './termination.ts'
import { terminationPage } from './termination-page.ts'

const words = { ...peopleRefusalWords, ...refusalWords }

export function terminationRoutes(parts: AgreementParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()
  const held = (c: Context<WebEnv>) => holdTermination(db, c.var.visitor, c.req.param('id') ?? '')

  app.get('/agreements/:id/termination', async (c) => {
    const done = c.req.query('done')
    const view = await readTermination(db, c.var.visitor, c.req.param('id'), c.var.now)
    return terminationPage(c, view, done === 'said' || done === 'code' ? { done } : {})
  })

  app.post('/agreements/:id/termination/options', async (c) => {
    try {
      const input = readInput(await formValues(c))
      return c.json(await beginTermination(db, await held(c), parts.consent, { ...input, now: c.var.now }))
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal
      return c.json({ message: refusalText(refusal, words, c.var.language) }, refusal.status)
    }
  })

  app.post('/agreements/:id/termination', (c) =>
    answer(c, parts, 'said', async () => {
      const { response = '' } = await formValues(c)
      await terminateByPasskey(db, await held(c), parts.consent, { response, now: c.var.now })
    }),
  )

  app.post('/agreements/:id/termination/code', (c) =>
    answer(c, parts, 'code', async () => {
      const input = readInput(await formValues(c))
      await sendTerminationCode(db, await held(c), { ...input, now: c.var.now })
    }),
  )

  app.post('/agreements/:id/termination/code-consent', (c) =>
    answer(c, parts, 'said', async () => {
      const { code = '' } = await formValues(c)
      await terminateByCode(db, await held(c), parts.consent, { code, now: c.var.now })
    }),
  )
  return app
}

function readInput(fields: Partial<Record<string, string>>): TerminationInput {
  return {
    act: terminationActs.find((one) => one === fields.act) ?? refuse('text_malformed', {}, 422),
    termination: fields.termination ?? '',
    reason: fieldOf(fields, 'reason', 4000),
    lastDay: fields.last_day ?? '',
  }
}

/** Leads back to the page; what is refused is said on it. */
async function answer(
  c: Context<WebEnv>,
  { db }: AgreementParts,
  done: string,
  run: () => Promise<void>,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  try {
    await run()
    return c.redirect(`/agreements/${id}/termination?done=${done}`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || [401, 403, 404].includes(refusal.status)) throw refusal
    const problem = { text: refusalText(refusal, words, c.var.language), status: refusal.status }
    return terminationPage(c, await readTermination(db, c.var.visitor, id, c.var.now), { problem })
  }
}
