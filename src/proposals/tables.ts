/** The tables of proposals, for the compiler. */
import type { Generated } from 'kysely'
import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { Risk } from '#src/procedures/index.ts'
import type { ProposalState, RiskAnswer, RiskQuestion } from './proposal.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    proposal: ProposalTable
    proposal_step: StepTable
  }
}

export interface ProposalTable {
  id: string
  proposer: string
  partner: string
  kind: string
  template: string | null
  title_en: string
  title_zh: string
  unit: string
  unit_id: string | null
  purpose: string
  fit: string
  resources: string
  results: string
  answers: JsonColumn<Record<RiskQuestion, RiskAnswer>>
  interest: string
  value: string | null
  currency: string
  risk: Risk
  state: ProposalState
  agreement: string | null
  proposed_at: Temporal.Instant
}

interface StepTable {
  id: Generated<string>
  proposal: string
  act: string
  state: ProposalState
  account: string
  by_name: string
  reason: string
  at: Temporal.Instant
}
