/** Starting what follows an agreement, and reading what is in force of it. */
import { Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdAgreement, seeAgreement } from './access.ts'
import { type AgreementParts, answerActAt } from './answers.ts'
import { inForcePage } from './in-force-page.ts'
import { readInForce } from './read-in-force.ts'
import { startSuccessor } from './start-successor.ts'
import { successions } from './text.ts'
import { typesetterIdentity } from './typeset-agreement.ts'

export function chainRoutes(parts: AgreementParts): Hono<WebEnv> {
  const { db, typesetter } = parts
  const app = new Hono<WebEnv>()

  app.post('/agreements/:id/successors', (c) =>
    answerActAt(c, parts, 'successors', async () => {
      const held = await holdAgreement(db, c.var.visitor, c.req.param('id'))
      const { how } = await formValues(c)
      const chosen = successions.find((one) => one === how) ?? 'amendment'
      const basis = { typesetter: typesetterIdentity(typesetter), at: c.var.now }
      return `/agreements/${await startSuccessor(db, held, { how: chosen, ...basis })}/edit`
    }),
  )

  app.get('/agreements/:id/in-force', async (c) =>
    inForcePage(c, await readInForce(db, await seeAgreement(db, c.var.visitor, c.req.param('id')))),
  )

  return app
}
