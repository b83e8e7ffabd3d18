/** Writing the draft. What was typed is never lost: a refused save comes back as it was, with what is wrong. */
import { Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { libraryClauses } from '#src/procedures/index.ts'
import { type OfficersAgreement, requireWriter, type SeenAgreement, seeAgreement } from './access.ts'
import { move } from './agreement.ts'
import { type AgreementContext, type AgreementParts, refusalWords } from './answers.ts'
import { type DraftForm, inserted, readDraftForm, rearranged } from './draft-form.ts'
import { findDraft } from './draft-store.ts'
import { type Editing, editPage } from './edit-page.ts'
import { saveOurDraft } from './save-draft.ts'
import { findVersion } from './version-store.ts'

export function editRoutes(parts: AgreementParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/agreements/:id/edit', async (c) => {
    const { seen } = await writing(c, parts)
    move(seen.agreement, 'edit')
    const { text, revision } = await stored(parts, seen)
    const { title, prevails, effect, term, clauses, seats } = text
    const draft = { title, prevails, effect, ...(term && { term }), clauses, seats, revision }
    return editPage(c, { seen, library: await libraryClauses(parts.db), fixed: text, draft })
  })

  app.post('/agreements/:id/draft', async (c) => {
    const { seen, held } = await writing(c, parts)
    const fields = await formValues(c)
    const draft = readDraftForm(fields)
    const { text } = await stored(parts, seen)
    const act = fields.do ?? 'save'
    const library = await libraryClauses(parts.db)
    if (act === 'save') return save(c, parts, held, { seen, library, draft, fixed: text })
    const chosen = library.find(({ id, retired }) => id === fields.library_clause && !retired)
    const next =
      act === 'insert' ? inserted(draft, chosen, Number(fields.library_place), newId) : rearranged(draft, act, newId)
    return editPage(c, { seen, library, fixed: text, draft: next, unsaved: true })
  })

  return app
}

const newId = () => crypto.randomUUID().slice(0, 8)

/** An officer and the agreement. @throws Refusal `officers_only` for everybody else who may see it */
async function writing(
  c: AgreementContext,
  { db }: AgreementParts,
): Promise<{ seen: SeenAgreement; held: OfficersAgreement }> {
  const seen = await seeAgreement(db, c.var.visitor, c.req.param('id') ?? '')
  requireWriter(seen.visitor, seen.agreement)
  return { seen, held: { officer: seen.visitor, agreement: seen.agreement } }
}

/** Our draft as saved; where there is none, the latest version, to begin from. */
async function stored({ db }: AgreementParts, { agreement }: SeenAgreement) {
  const draft = await findDraft(db, agreement.id)
  return {
    revision: draft.revision,
    text: draft.text ?? (await findVersion(db, agreement.id, agreement.version))!.text,
  }
}

async function save(
  c: AgreementContext,
  parts: AgreementParts,
  held: OfficersAgreement,
  editing: Editing,
): Promise<Response> {
  try {
    await saveOurDraft(parts.db, held, { ...editing.draft, at: c.var.now })
    return c.redirect(`/agreements/${held.agreement.id}?done=saved`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return editPage(c, await refused(c, parts, editing, refusal))
  }
}

/** After a colleague's save the form is carried on from their revision, with what they saved beside each field that differs. */
async function refused(
  c: AgreementContext,
  parts: AgreementParts,
  editing: Editing,
  refusal: Refusal,
): Promise<Editing> {
  const problem = { text: refusalText(refusal, refusalWords, c.var.language), status: refusal.status }
  const faults = Array.isArray(refusal.details.fields) ? refusal.details.fields : []
  if (refusal.reason !== 'draft_changed_meanwhile') return { ...editing, problem, faults }
  const { text, revision } = await stored(parts, editing.seen)
  const draft: DraftForm = { ...editing.draft, revision }
  return { ...editing, draft, problem, meanwhile: text }
}
