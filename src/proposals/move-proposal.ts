/** A proposal is taken up, accepted or declined with a reason, withdrawn; an accepted one becomes a draft in the same transaction. */
import { startDraft, type TypesetterIdentity } from '#src/agreements/index.ts'
import { findInstitution, ourInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { findTemplate, findType, type Risk } from '#src/procedures/index.ts'
import type { HeldProposal } from './access.ts'
import { movedSubject, movedText } from './mail-words.ts'
import { moveProposal, type ProposalAct } from './proposal.ts'
import { refuse } from './refusals.ts'
import { insertStep, lockProposal, type Proposal, saveStanding } from './store.ts'

export interface MoveInput {
  act: ProposalAct
  reason: string
  /** As whoever accepts judges it; null: as computed. */
  risk: Risk | null
  demonstration: boolean
  typesetter: TypesetterIdentity
  at: Temporal.Instant
}

/** @returns the proposal as it is afterwards. @throws Refusal `decision_reason_missing` for a yes, a no or a withdrawal without one */
export async function moveProposalOn(
  db: Db,
  { visitor, mover, proposal }: HeldProposal,
  input: MoveInput,
): Promise<Proposal> {
  const { act, at } = input
  const reason = input.reason.trim()
  const { id: account, name } = visitor.account
  return db.transaction().execute(async (tx) => {
    const before = await lockProposal(tx, proposal.id)
    const state = moveProposal(before, act, mover)
    if (['accept', 'decline', 'withdraw'].includes(act) && !reason) refuse('decision_reason_missing', {}, 422)
    const risk = (act === 'accept' && input.risk) || before.risk
    const agreement = act === 'begin_draft' ? await beginDraft(tx, visitor, before, input) : null
    const after = { ...before, state, risk, agreement }
    await saveStanding(tx, after)
    await insertStep(tx, before.id, { act, state, account, byName: name.latin, reason, at })
    const detail = { before: { state: before.state, risk: before.risk }, after: { state, risk }, reason }
    await record(tx, {
      at,
      by: actorOf(visitor),
      about: { kind: 'proposal', id: before.id },
      act: `proposal.${act}`,
      detail,
      then: act === 'withdraw' || before.proposer === account ? [] : [toldTo(before, act, reason)],
    })
    return after
  })
}

const toldTo = ({ id, proposer, title }: Proposal, act: Exclude<ProposalAct, 'withdraw'>, reason: string) =>
  mail({
    to: { account: proposer },
    subject: movedSubject(title, act),
    text: movedText(title, act, reason),
    path: `/proposals/${id}`,
  })

/** @returns the new agreement's id */
async function beginDraft(
  tx: Tx,
  visitor: Visitor,
  proposal: Proposal,
  { demonstration, typesetter, at }: MoveInput,
): Promise<string> {
  const [us, partner, type] = [
    await ourInstitution(tx),
    (await findInstitution(tx, proposal.partner))!,
    await findType(tx, proposal.kind),
  ]
  const { title, template, unit, unitId, risk, value, currency, proposer } = proposal
  const kind = type?.countsAs === 'key' ? ('key' as const) : ('general' as const)
  // A template taken out of use since the proposal was written brings nothing any more.
  const inUse = template && !(await findTemplate(tx, template))?.retired ? template : undefined
  const classed = { kind: proposal.kind, unit, unitId, risk, value, currency, proposer }
  const input = { partner: partner.ror, kind, title, template: inUse, proposal: classed, demonstration, typesetter, at }
  return startDraft(tx, visitor, { us, partner, input })
}
