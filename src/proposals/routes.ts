/** The addresses of proposals. */
import { type Context, Hono } from 'hono'
import { findAgreement, maySeeAgreement, typesetterIdentity } from '#src/agreements/index.ts'
import { findInstitution, institutionsOf, ourInstitution, ourUnits, partnersKnown } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { agreementTypes, risks, templates } from '#src/procedures/index.ts'
import { type HeldProposal, holdProposal, requireProposer, seenProposals } from './access.ts'
import { moveProposalOn } from './move-proposal.ts'
import { openActs, type ProposalAct, proposalLifecycle } from './proposal.ts'
import { type ProposalView, proposalPage } from './proposal-page.ts'
import { proposalsPage } from './proposals-page.ts'
import { proposeAgreement } from './propose-agreement.ts'
import { readForm } from './read-form.ts'
import { refuse } from './refusals.ts'
import { startPage } from './start-page.ts'
import { stepsOf } from './store.ts'

export interface ProposalParts {
  db: Db
  typesetter: Typesetter
  demonstration: boolean
}

export function proposalRoutes(parts: ProposalParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()

  app.get('/proposals', async (c) => {
    const visitor = requireProposer(c.var.visitor)
    const all = await seenProposals(db, visitor)
    return proposalsPage(c, {
      all,
      units: await ourUnits(db),
      institutions: await institutionsOf(
        db,
        all.map(({ partner }) => partner),
      ),
    })
  })

  app.get('/proposals/start', async (c) => {
    requireProposer(c.var.visitor)
    return startPage(c, { ...(await choices(db)), typed: { partner: c.req.query('partner') } })
  })

  app.post('/proposals', async (c) => {
    const proposer = requireProposer(c.var.visitor)
    const typed = await formValues(c)
    try {
      const id = await proposeAgreement(db, proposer, { text: readForm(typed), at: c.var.now })
      return c.redirect(`/proposals/${id}?done=yes`, 303)
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      return startPage(c, { ...(await choices(db)), typed, refusal })
    }
  })

  app.get('/proposals/:id', async (c) => {
    const held = await holdProposal(db, c.var.visitor, c.req.param('id'))
    return proposalPage(c, await readProposal(db, held), { done: c.req.query('done') === 'yes' })
  })

  app.post('/proposals/:id/steps', (c) => move(c, parts))
  return app
}

const choices = async (db: Db) => ({
  partners: await partnersKnown(db),
  types: await agreementTypes(db),
  templates: await templates(db),
  units: await ourUnits(db),
})

async function readProposal(db: Db, { visitor, mover, proposal }: HeldProposal): Promise<ProposalView> {
  const agreement = proposal.agreement ? await findAgreement(db, proposal.agreement) : undefined
  return {
    proposal,
    history: await stepsOf(db, proposal.id),
    partner: (await findInstitution(db, proposal.partner))!,
    us: await ourInstitution(db),
    types: await agreementTypes(db),
    units: await ourUnits(db),
    open: openActs(proposal, mover),
    agreement: agreement
      ? { id: agreement.id, state: agreement.state, open: await maySeeAgreement(db, visitor, agreement) }
      : null,
  }
}

async function move(c: Context<WebEnv>, { db, typesetter, demonstration }: ProposalParts): Promise<Response> {
  const held = await holdProposal(db, c.var.visitor, c.req.param('id') ?? '')
  const typed = await formValues(c)
  const { reason = '' } = typed
  const risk = risks.find((one) => one === typed.risk) ?? null
  const basis = { demonstration, typesetter: typesetterIdentity(typesetter), at: c.var.now }
  try {
    const input = { act: knownAct(typed.act), reason: reason.slice(0, 4000), risk, ...basis }
    const after = await moveProposalOn(db, held, input)
    const to = after.agreement ? `/agreements/${after.agreement}` : `/proposals/${after.id}?done=yes`
    return c.redirect(to, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 403) throw refusal
    const fresh = await holdProposal(db, c.var.visitor, held.proposal.id)
    return proposalPage(c, await readProposal(db, fresh), { refusal, typed })
  }
}

const knownAct = (given: string | undefined): ProposalAct =>
  proposalLifecycle.find(({ act }) => act === given)?.act ??
  refuse('proposal_does_not_allow', { act: given ?? '' }, 422)
