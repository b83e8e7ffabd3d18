/** What people do on an agreement's page, each a form that leads back to it. */
import { Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdAgreement, holdForApproval } from './access.ts'
import { type AgreementParts, answerAct, fieldOf } from './answers.ts'
import { approve } from './approve.ts'
import { assignSignatory } from './assign-signatory.ts'
import { comment } from './comment.ts'
import { decidePublicity } from './decide-publicity.ts'
import { labelAgreement } from './label-agreement.ts'
import type { Label } from './label-store.ts'
import { proposeFreeze } from './propose-freeze.ts'
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
      await sendVersion(db, held, { note, typesetter: typesetterIdentity(typesetter), at: c.var.now })
      return 'sent'
    }),
  )

  app.post('/agreements/:id/comments', (c) =>
    answerAct(c, parts, 'comments', async () => {
      const held = await holdAgreement(db, c.var.visitor, c.req.param('id'))
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
      const held = await holdAgreement(db, c.var.visitor, c.req.param('id'))
      await labelAgreement(db, held, readLabel(await formValues(c)), c.var.now)
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
      await proposeFreeze(parts, held, { acceptTheirs: false, at: c.var.now })
      return 'proposed'
    }),
  )

  app.post('/agreements/:id/document-acceptance', (c) =>
    answerAct(c, parts, 'document-acceptance', async () => {
      const held = await holdAgreement(db, c.var.visitor, c.req.param('id'))
      await proposeFreeze(parts, held, { acceptTheirs: true, at: c.var.now })
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
      const held = await holdForApproval(db, c.var.visitor, c.req.param('id'), step)
      await approve(db, held, { textHash, seatsHash, steps: parts.approvalSteps.map(({ key }) => key), at: c.var.now })
      return 'approved'
    }),
  )
}

function readLabel(fields: Partial<Record<string, string>>): Label {
  const pair = (name: string) => ({ en: fieldOf(fields, `${name}_en`, 300), zh: fieldOf(fields, `${name}_zh`, 300) })
  return { title: pair('title'), type: pair('type'), reference: fieldOf(fields, 'reference', 100) }
}
