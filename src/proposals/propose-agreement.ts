/** Somebody of the house proposes an agreement; the office is told. */
import { chooseUnit, findInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { accountsWithRole, actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { findTemplate, findType } from '#src/procedures/index.ts'
import { newSubject, newText } from './mail-words.ts'
import { riskOf, unmeasured } from './proposal.ts'
import { refuse } from './refusals.ts'
import { insertProposal, insertStep, type ProposalText } from './store.ts'

/** @returns the proposal's id. @throws Refusal `proposal_incomplete` naming the fields, `proposal_choice` */
export async function proposeAgreement(
  db: Db,
  proposer: Visitor,
  { text, at }: { text: ProposalText; at: Temporal.Instant },
): Promise<string> {
  const fields = missing(text)
  if (fields.length > 0) refuse('proposal_incomplete', { fields }, 422)
  const id = crypto.randomUUID()
  const { id: account, name } = proposer.account
  await db.transaction().execute(async (tx) => {
    await checkChoices(tx, text)
    const standing = { risk: riskOf(text.answers), state: 'proposed' as const, agreement: null }
    const chosen = await chooseUnit(tx, text.unit)
    await insertProposal(tx, { ...text, ...chosen, ...standing, id, proposer: account, proposedAt: at })
    await insertStep(tx, id, { act: 'propose', state: 'proposed', account, byName: name.latin, reason: '', at })
    const officers = (await accountsWithRole(tx, 'officer')).filter((one) => one.id !== account)
    await record(tx, {
      at,
      by: actorOf(proposer),
      about: { kind: 'proposal', id },
      act: 'proposal.proposed',
      detail: { partner: text.partner, kind: text.kind, risk: standing.risk },
      then: officers.map((o) =>
        mail({
          to: { account: o.id },
          subject: newSubject(text.title),
          text: newText(text.title, name.latin),
          path: `/proposals/${id}`,
        }),
      ),
    })
  })
  return id
}

function missing(text: ProposalText): string[] {
  const needed = (['purpose', 'fit', 'resources', 'results', 'interest'] as const).filter((name) => !text[name].trim())
  const title = text.title.en || text.title.zh ? [] : ['title']
  return [...title, ...needed, ...(unmeasured(text.answers).length > 0 ? ['measures'] : [])]
}

async function checkChoices(tx: Tx, { partner, kind, template }: ProposalText): Promise<void> {
  const institution = await findInstitution(tx, partner)
  const type = await findType(tx, kind)
  const chosen = template ? await findTemplate(tx, template) : null
  const known = institution && !institution.ours && type && !type.retired && chosen !== undefined && !chosen?.retired
  if (!known) refuse('proposal_choice', {}, 422)
}
