/** A proposal for an agreement: its states, who moves it, how its risk is judged. Rules only. */
import type { Risk } from '#src/procedures/index.ts'
import { refuse } from './refusals.ts'

export const proposalStates = ['proposed', 'assessment', 'accepted', 'declined', 'drafting', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]

export type ProposalAct = 'take_up' | 'accept' | 'decline' | 'begin_draft' | 'withdraw'

export interface ProposalRow {
  from: ProposalState
  act: ProposalAct
  /** `other_officer`: an officer who did not propose it. */
  who: 'officer' | 'other_officer' | 'proposer'
  to: ProposalState
}

const row = (from: ProposalState, act: ProposalAct, who: ProposalRow['who'], to: ProposalState): ProposalRow => ({
  from,
  act,
  who,
  to,
})

export const proposalLifecycle: ProposalRow[] = [
  row('proposed', 'take_up', 'officer', 'assessment'),
  row('proposed', 'withdraw', 'proposer', 'withdrawn'),
  row('assessment', 'accept', 'other_officer', 'accepted'),
  row('assessment', 'decline', 'other_officer', 'declined'),
  row('assessment', 'withdraw', 'proposer', 'withdrawn'),
  row('accepted', 'begin_draft', 'officer', 'drafting'),
]

export interface Mover {
  account: string
  officer: boolean
}

interface Moved {
  state: ProposalState
  proposer: string
}

/** What this person may do with the proposal now. */
export const openActs = ({ state, proposer }: Moved, mover: Mover): ProposalAct[] =>
  proposalLifecycle.filter((r) => r.from === state && isWho(r.who, proposer, mover)).map(({ act }) => act)

function isWho(who: ProposalRow['who'], proposer: string, { account, officer }: Mover): boolean {
  if (who === 'proposer') return account === proposer
  return officer && (who === 'officer' || account !== proposer)
}

/**
 * The state an act leads to.
 * @throws Refusal `proposal_does_not_allow` where the state has no such act, `not_your_own` for one's own proposal,
 * `not_for_you` for everybody else it is not open to
 */
export function moveProposal(proposal: Moved, act: ProposalAct, mover: Mover): ProposalState {
  const found = proposalLifecycle.find((r) => r.from === proposal.state && r.act === act)
  if (!found) return refuse('proposal_does_not_allow', { state: proposal.state, act })
  if (isWho(found.who, proposal.proposer, mover)) return found.to
  const own = found.who === 'other_officer' && mover.account === proposal.proposer
  return refuse(own ? 'not_your_own' : 'not_for_you', {}, 403)
}

/** Questions of risk; a yes to a grave one makes the whole a high risk. */
export const riskQuestions = {
  export_control: { grave: true },
  military_ties: { grave: true },
  joint_award: { grave: true },
  personal_data: { grave: false },
  outside_money: { grave: false },
  student_welfare: { grave: false },
} as const
export type RiskQuestion = keyof typeof riskQuestions
export const answers = ['no', 'unsure', 'yes'] as const
export type Answer = (typeof answers)[number]

export interface RiskAnswer {
  answer: Answer
  /** What is done about it. */
  measure: string
}

export function riskOf(given: Record<RiskQuestion, RiskAnswer>): Risk {
  const told = (Object.keys(riskQuestions) as RiskQuestion[]).map((key) => ({ ...riskQuestions[key], ...given[key] }))
  if (told.some(({ grave, answer }) => grave && answer === 'yes')) return 'high'
  return told.some(({ answer }) => answer !== 'no') ? 'medium' : 'low'
}

/** A no needs no measure; a yes or "not sure" says what is done about it. */
export const unmeasured = (given: Record<RiskQuestion, RiskAnswer>): RiskQuestion[] =>
  (Object.keys(riskQuestions) as RiskQuestion[]).filter(
    (key) => given[key].answer !== 'no' && given[key].measure.trim() === '',
  )
