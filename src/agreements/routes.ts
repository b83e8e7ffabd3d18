/** The addresses of the agreements area. */

import { Hono } from 'hono'
import { institutionsOf, partnersKnown } from '#src/partners/index.ts'
import { isId } from '#src/platform/id.ts'
import { formValues, requireVisitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { reachOf, templates } from '#src/procedures/index.ts'
import { isOfficer, maySeeSomeAgreements, requireOfficer } from './access.ts'
import { type AgreementParts, showAgreement } from './answers.ts'
import { chainRoutes } from './chain-routes.ts'
import { clocksPage } from './clocks-page.ts'
import { documentRoutes } from './document-routes.ts'
import { editRoutes } from './edit-routes.ts'
import { entryRoutes } from './entry-routes.ts'
import { fieldOf } from './field-of.ts'
import { negotiationRoutes } from './negotiation-routes.ts'
import { newPage } from './new-page.ts'
import { readClocks } from './read-clocks.ts'
import { registerPage } from './register-page.ts'
import { agreementRegister } from './register-store.ts'
import { startAgreement } from './start-agreement.ts'
import { terminationRoutes } from './termination-routes.ts'
import { typesetterIdentity } from './typeset-agreement.ts'
import { newWords } from './words.ts'

export type { AgreementParts } from './answers.ts'

export function agreementRoutes(parts: AgreementParts): Hono<WebEnv> {
  const { db, typesetter, demonstration } = parts
  const app = new Hono<WebEnv>()
  const choices = async () => ({
    partners: await partnersKnown(db),
    templates: await templates(db),
  })

  app.get('/agreements', async (c) => {
    const visitor = requireVisitor(c)
    if (!maySeeSomeAgreements(visitor)) throw new Refusal('not_found', {}, 404)
    const all = await agreementRegister(db, await reachOf(db, visitor))
    const partners = all.map(({ partner }) => partner)
    return registerPage(c, all, await institutionsOf(db, partners), isOfficer(visitor))
  })

  app.get('/agreements/clocks', async (c) => {
    const visitor = requireVisitor(c)
    if (!maySeeSomeAgreements(visitor)) throw new Refusal('not_found', {}, 404)
    return clocksPage(c, await readClocks(db, await reachOf(db, visitor), c.var.now))
  })

  app.get('/agreements/new', async (c) => {
    requireOfficer(c.var.visitor)
    return newPage(c, await choices(), { partner: c.req.query('partner') })
  })

  app.post('/agreements', async (c) => {
    const officer = requireOfficer(c.var.visitor)
    const fields = await formValues(c)
    const title = { en: fieldOf(fields, 'title_en', 300), zh: fieldOf(fields, 'title_zh', 300) }
    const template = templateOf(fields.template)
    if (!template && !title.en && !title.zh)
      return newPage(c, await choices(), fields, newWords.titleMissing[c.var.language])
    const kind = fields.kind === 'general' ? 'general' : 'key'
    const basis = { demonstration, typesetter: typesetterIdentity(typesetter), at: c.var.now }
    const id = await startAgreement(db, officer, { partner: fields.partner ?? '', kind, title, template, ...basis })
    return c.redirect(`/agreements/${id}/edit`, 303)
  })

  app.get('/agreements/:id', (c) => showAgreement(c, parts))
  app.route('/', negotiationRoutes(parts))
  app.route('/', editRoutes(parts))
  app.route('/', chainRoutes(parts))
  app.route('/', terminationRoutes(parts))
  app.route('/', documentRoutes(parts))
  app.route('/', entryRoutes(parts))
  return app
}

/** A template's id out of the form; nothing where none was chosen. */
const templateOf = (given = ''): string | undefined => (isId(given) ? given : undefined)
