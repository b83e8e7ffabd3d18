/** SQL of proposals and of what happened to them. */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Risk } from '#src/procedures/index.ts'
import type { ProposalState, RiskAnswer, RiskQuestion } from './proposal.ts'
import type { ProposalTable } from './tables.ts'

/** What is written in the form. */
export interface ProposalText {
  partner: string
  kind: string
  template: string | null
  title: Phrase
  unit: string
  /** The same in our tree of units, where it was chosen from it. */
  unitId: string | null
  purpose: string
  fit: string
  resources: string
  results: string
  answers: Record<RiskQuestion, RiskAnswer>
  interest: string
  value: number | null
  currency: string
}

export interface Proposal extends ProposalText {
  id: string
  proposer: string
  proposerName: string
  risk: Risk
  state: ProposalState
  agreement: string | null
  proposedAt: Temporal.Instant
}

const toProposal = (r: Selectable<ProposalTable> & { name_latin: string }): Proposal => {
  const { title_en: en, title_zh: zh, value, proposed_at, name_latin, unit_id: unitId, ...rest } = r
  return {
    ...rest,
    unitId,
    title: { en, zh },
    value: value === null ? null : Number(value),
    proposerName: name_latin,
    proposedAt: proposed_at,
  }
}

const all = (db: Db) =>
  db
    .selectFrom('proposal')
    .innerJoin('account', 'account.id', 'proposal.proposer')
    .selectAll('proposal')
    .select('name_latin')

/** Every one, the latest first. */
export async function proposals(db: Db): Promise<Proposal[]> {
  const rows = await all(db).orderBy('proposed_at', 'desc').orderBy('proposal.id').execute()
  return rows.map(toProposal)
}

export async function findProposal(db: Db, id: string): Promise<Proposal | undefined> {
  const row = await all(db).where('proposal.id', '=', id).executeTakeFirst()
  return row && toProposal(row)
}

/** Holds the proposal until the transaction ends. */
export async function lockProposal(tx: Tx, id: string): Promise<Proposal> {
  await tx.selectFrom('proposal').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  return (await findProposal(tx, id))!
}

export async function insertProposal(tx: Tx, p: Omit<Proposal, 'proposerName'>): Promise<void> {
  const { title, value, answers, proposedAt, unitId, ...rest } = p
  await tx
    .insertInto('proposal')
    .values({
      ...rest,
      unit_id: unitId,
      title_en: title.en,
      title_zh: title.zh,
      answers: JSON.stringify(answers),
      value: value === null ? null : String(value),
      proposed_at: proposedAt,
    })
    .execute()
}

export async function saveStanding(
  tx: Tx,
  { id, state, risk, agreement }: Pick<Proposal, 'id' | 'state' | 'risk' | 'agreement'>,
): Promise<void> {
  await tx.updateTable('proposal').set({ state, risk, agreement }).where('id', '=', id).execute()
}

export interface ProposalStep {
  act: string
  state: ProposalState
  account: string
  byName: string
  reason: string
  at: Temporal.Instant
}

export async function insertStep(tx: Tx, proposal: string, s: ProposalStep): Promise<void> {
  const { byName, ...rest } = s
  await tx
    .insertInto('proposal_step')
    .values({ proposal, ...rest, by_name: byName })
    .execute()
}

/** The latest first. */
export async function stepsOf(db: Db, proposal: string): Promise<ProposalStep[]> {
  const rows = await db
    .selectFrom('proposal_step')
    .selectAll()
    .where('proposal', '=', proposal)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ act, state, account, by_name, reason, at }) => ({
    act,
    state,
    account,
    byName: by_name,
    reason,
    at,
  }))
}
