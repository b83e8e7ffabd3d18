/** The agreement as a document: revision 0, the partner's where it differs, its pages as pictures, and previews before that. */
import { Hono } from 'hono'
import { getFile } from '#src/platform/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { answerPage } from '#src/platform/render/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { maySeeAgreements, type SeenAgreement, seeAgreement } from './access.ts'
import type { AgreementContext, AgreementParts } from './answers.ts'
import { departurePage } from './departure-page.ts'
import { findDraft } from './draft-store.ts'
import { findDocument } from './freeze-store.ts'
import { readDeparture } from './read-departure.ts'
import { nameShown, type TextName } from './shown-text.ts'
import { typesetAgreement } from './typeset-agreement.ts'
import { findVersion } from './version-store.ts'

const notFound = () => new Refusal('not_found', {}, 404)

export function documentRoutes(parts: AgreementParts): Hono<WebEnv> {
  const { db, shelf } = parts
  const app = new Hono<WebEnv>()

  app.get('/agreements/:id/document.pdf', async (c) => {
    const seen = await seeAgreement(db, c.var.visitor, c.req.param('id'))
    const { pdf, name } = seen.agreement.frozen ? await revisionZero(parts, seen) : await preview(c, parts, seen)
    return pdfAnswer(c, pdf, name)
  })

  app.get('/agreements/:id/partner-document.pdf', async (c) => {
    const { agreement } = await seeAgreement(db, c.var.visitor, c.req.param('id'))
    const held = await findDocument(db, agreement, 'theirs')
    const file = held && (await getFile(db, held.sha256))
    if (!file) throw notFound()
    return pdfAnswer(c, file.bytes, `partner-document-version-${agreement.version}.pdf`)
  })

  app.get('/agreements/:id/pages/:n{[0-9]+\\.png}', async (c) => {
    const { agreement } = await seeAgreement(db, c.var.visitor, c.req.param('id'))
    if (!agreement.frozen) throw notFound()
    return answerPage(c, await shelf.pages(db, agreement.frozen.documentHash), c.req.param('n'))
  })

  app.get('/agreements/:id/template', async (c) => {
    const { agreement, visitor } = await seeAgreement(db, c.var.visitor, c.req.param('id'))
    const departing = maySeeAgreements(visitor) ? await readDeparture(db, agreement) : null
    if (!departing) throw notFound()
    return departurePage(c, agreement.id, departing)
  })

  return app
}

/** The frozen document: ours, or the partner's where theirs was accepted. */
async function revisionZero({ db }: AgreementParts, { agreement }: SeenAgreement) {
  const file = await getFile(db, agreement.frozen!.documentHash)
  if (!file) throw notFound()
  return { pdf: file.bytes, name: `agreement-revision-0-${agreement.frozen!.documentHash.slice(0, 8)}.pdf` }
}

/** A version, or our draft for our own staff, typeset as it would be; its name says that it is no more than that. */
async function preview(c: AgreementContext, { db, typesetter }: AgreementParts, { agreement, visitor }: SeenAgreement) {
  const draft = maySeeAgreements(visitor) ? (await findDraft(db, agreement.id)).text : null
  const name: TextName = nameShown(c.req.query('version'), agreement.version, draft !== null)
  const text = name === 'draft' ? draft : (await findVersion(db, agreement.id, name))?.text
  if (!text) throw notFound()
  const { pdf } = await typesetAgreement(typesetter, text)
  return { pdf, name: name === 'draft' ? 'DRAFT-not-sent.pdf' : `DRAFT-version-${name}.pdf` }
}

function pdfAnswer(c: AgreementContext, pdf: Uint8Array, name: string): Response {
  const headers = { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}"` }
  return c.body(new Uint8Array(pdf), 200, headers)
}
