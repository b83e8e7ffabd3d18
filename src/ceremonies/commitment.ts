/** Something promised at a ceremony, and what became of it. Rules only. */
import { refuser } from '#src/platform/refusal.ts'
import type { Commitment } from './ceremony-record.ts'
import type { Party, Plan } from './plan.ts'

export const commitmentStates = [
  'recorded',
  'accepted',
  'in_progress',
  'kept',
  'not_kept',
  'no_longer_relevant',
] as const
export type CommitmentState = (typeof commitmentStates)[number]
export type CommitmentAct = 'accept' | 'begin' | 'keep' | 'not_keep' | 'drop' | 'reopen'

export interface CommitmentRow {
  from: CommitmentState
  act: CommitmentAct
  to: CommitmentState
  /** Whoever does it says why. */
  reason: boolean
}

const row = (from: CommitmentState, act: CommitmentAct, to: CommitmentState, reason = false): CommitmentRow => ({
  from,
  act,
  to,
  reason,
})

/** The whole lifecycle; buttons, rules and tests are read from it. Officers of the university that promised do all of it. */
export const commitmentLifecycle: CommitmentRow[] = [
  row('recorded', 'accept', 'accepted'),
  row('recorded', 'drop', 'no_longer_relevant', true),
  row('accepted', 'begin', 'in_progress'),
  row('accepted', 'keep', 'kept', true),
  row('accepted', 'not_keep', 'not_kept', true),
  row('accepted', 'drop', 'no_longer_relevant', true),
  row('in_progress', 'keep', 'kept', true),
  row('in_progress', 'not_keep', 'not_kept', true),
  row('in_progress', 'drop', 'no_longer_relevant', true),
  row('kept', 'reopen', 'in_progress', true),
  row('not_kept', 'reopen', 'in_progress', true),
  row('no_longer_relevant', 'reopen', 'accepted', true),
]

export type CommitmentRefusal =
  | 'commitment_does_not_allow'
  | 'commitment_not_ours'
  | 'commitment_reason_missing'
  | 'commitment_words_missing'
  | 'commitment_due_malformed'

export const refuse = refuser<CommitmentRefusal>()

/** The row of an act in a state. @throws Refusal `commitment_does_not_allow` */
export function rowOf(state: CommitmentState, act: CommitmentAct): CommitmentRow {
  const found = commitmentLifecycle.find((r) => r.from === state && r.act === act)
  return found ?? refuse('commitment_does_not_allow', { state, act })
}

/** Acts open in a state, in their order. */
export const openActs = (state: CommitmentState): CommitmentRow[] =>
  commitmentLifecycle.filter(({ from }) => from === state)

export const isOpen = (state: CommitmentState): boolean => ['recorded', 'accepted', 'in_progress'].includes(state)

/** The university that says what became of it: the one that promised; for a third party's pledge, the convenor. */
export const answersFor = ({ byParty }: Pick<Commitment, 'byParty'>, { convenor }: Pick<Plan, 'convenor'>): Party =>
  byParty ?? convenor

export interface CommitmentStep {
  act: CommitmentAct
  from: CommitmentState
  to: CommitmentState
  at: Temporal.Instant
  byParty: Party
  byName: string
  reason: string
}

/** A commitment with what became of it. `version` 0: only marked. */
export interface Followed {
  commitment: Commitment
  state: CommitmentState
  due: Temporal.PlainDate | null
  version: number
  steps: CommitmentStep[]
}
