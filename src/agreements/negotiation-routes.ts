/** What people do on an agreement's page, each a form that leads back to it. */
import { Hono } from 'hono'
import { ourInstitution } from '#src/partners/index.ts'
import { formValues } from '#src/platform/people/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdAgreement, holdDraft, holdForApproval } from './access.ts'
import { type AgreementParts, answerAct } from './answers.ts'
import { approve } from './approve.ts'
import { assignSignatory } from './assign-signatory.ts'
import { classifyAgreement } from './classify-agreement.ts'
import { comment } from './comment.ts'
import { decidePublicity } from './decide-publicity.ts'
import { fieldOf } from './field-of.ts'
import { labelAgreement } from './label-agreement.ts'
import { readLabel } from './label-form.ts'
import { proposeFreeze } from './propose-freeze.ts'
import { rejectAgreement } from './reject-agreement.ts'
import { reopen } from './reopen.ts'
import { sendVersion } from './send-version.ts'
import { typesetterIdentity } from './typeset-agreement.ts'

export function negotiationRoutes(parts: AgreementParts): Hono<WebEnv> {
  const { db, typesetter } = parts
  const app = new Hono<WebEnv>()

  app.post('/agreements/:id/versions', (c) =>
    answerAct(c, parts, 'versions', async () => {
      const held = await holdAgreement(db, c.var.visitor, c.req.param('id'))
      const note = fieldOf(await formValues(c), 'note', 4000)
      const sites = await sitesOf(parts, held.agreement.partner)
      await sendVersion(db, held, { note, typesetter: typesetterIdentity(typesetter), sites, at: c.var.now })
      return 'sent'
    }),
  )

  app.post('/agreements/:id/comments', (c) =>
    answerAct(c, parts, 'comments', async () => {
      const held = await holdDraft(db, c.var.visitor, c.req.param('id'))
      const fields = await formValues(c)
      const clause = fieldOf(fields, 'clause', 40) || null
      await comment(db, held, {
        clause,
        body: fieldOf(fields, 'body', 8000),
        internal: fields.readers !== 'both',
        at: c.var.now,
      })
      return 'commented'
    }),
  )

  app.post('/agreements/:id/label', (c) =>
    answerAct(c, parts, 'label', async () => {
      const held = await holdDraft(db, c.var.visitor, c.req.param('id'))
      const fields = await formValues(c)
      await labelAgreement(db, held, { label: readLabel(fields), began: fields.began, at: c.var.now })
      return 'labelled'
    }),
  )

  app.post('/agreements/:id/signatory', (c) =>
    answerAct(c, parts, 'signatory', async () => {
      const held = await holdAgreement(db, c.var.visitor, c.req.param('id'))
      const { seat = '', account = '' } = await formValues(c)
      await assignSignatory(db, held, { seat, account, at: c.var.now })
      return 'assigned'
    }),
  )

  app.post('/agreements/:id/class', (c) =>
    answerAct(c, parts, 'class', async () => {
      const held = await holdDraft(db, c.var.visitor, c.req.param('id'))
      const fields = await formValues(c)
      const field = (name: string) => fieldOf(fields, name, 200)
      const said = { kind: field('kind'), unit: field('unit'), risk: field('risk') }
      const worth = { value: field('value'), currency: field('currency') }
      await classifyAgreement(db, held, { ...said, ...worth, at: c.var.now })
      return 'classed'
    }),
  )

  app.post('/agreements/:id/publicity', (c) =>
    answerAct(c, parts, 'publicity', async () => {
      const held = await holdAgreement(db, c.var.visitor, c.req.param('id'))
      const fields = await formValues(c)
      const reason = fieldOf(fields, 'publicity_reason', 500)
      await decidePublicity(db, held, { extent: fields.extent ?? '', reason, at: c.var.now })
      return 'published'
    }),
  )

  decisions(app, parts)
  return app
}

function decisions(app: Hono<WebEnv>, parts: AgreementParts): void {
  const { db } = parts

  app.post('/agreements/:id/freeze', (c) =>
    answerAct(c, parts, 'freeze', async () => {
      const held = await holdAgreement(db, c.var.visitor, c.req.param('id'))
      await proposeFreeze(parts, held, { acceptTheirs: false, ...freezing(parts), at: c.var.now })
      return 'proposed'
    }),
  )

  app.post('/agreements/:id/document-acceptance', (c) =>
    answerAct(c, parts, 'document-acceptance', async () => {
      const held = await holdAgreement(db, c.var.visitor, c.req.param('id'))
      await proposeFreeze(parts, held, { acceptTheirs: true, ...freezing(parts), at: c.var.now })
      return 'accepted'
    }),
  )

  app.post('/agreements/:id/reopening', (c) =>
    answerAct(c, parts, 'reopening', async () => {
      const held = await holdAgreement(db, c.var.visitor, c.req.param('id'))
      await reopen(db, held, { reason: fieldOf(await formValues(c), 'reason', 4000), at: c.var.now })
      return 'reopened'
    }),
  )

  app.post('/agreements/:id/approvals', (c) =>
    answerAct(c, parts, 'approvals', async () => {
      const { step = '', text_hash: textHash = '', seats_hash: seatsHash = '' } = await formValues(c)
      const asked = { id: c.req.param('id'), step, configured: configured(parts), now: c.var.now }
      const held = await holdForApproval(db, c.var.visitor, asked)
      await approve(db, held, { textHash, seatsHash, steps: asked.configured, at: c.var.now })
      return 'approved'
    }),
  )

  app.post('/agreements/:id/rejections', (c) =>
    answerAct(c, parts, 'rejections', async () => {
      const fields = await formValues(c)
      const asked = { id: c.req.param('id'), step: fields.step ?? '', configured: configured(parts), now: c.var.now }
      const held = await holdForApproval(db, c.var.visitor, asked)
      const [reason, told] = [fieldOf(fields, 'reason', 4000), fieldOf(fields, 'told', 4000)]
      await rejectAgreement(db, held, { reason, told, configured: asked.configured, at: c.var.now })
      return 'rejected'
    }),
  )
}

const siteOf = ({ consent }: AgreementParts): string => new URL(consent.publicUrl).origin

/** What the document says of where it is verified: here, and at the partner's. */
async function sitesOf(parts: AgreementParts, partner: string): Promise<Partial<Record<string, string>>> {
  const us = await ourInstitution(parts.db)
  const theirs = await parts.siteOf?.(parts.db, partner)
  return { [us.ror]: siteOf(parts), ...(theirs && { [partner]: theirs }) }
}

const freezing = (parts: AgreementParts) => ({ configured: configured(parts), site: siteOf(parts) })

const configured = ({ approvalSteps }: AgreementParts): string[] => approvalSteps.map(({ key }) => key)
