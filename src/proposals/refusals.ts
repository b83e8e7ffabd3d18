/** Why a proposal is refused something. Each has words in `refusal-words.ts`. */
import { refuser } from '#src/platform/refusal.ts'

export type ProposalRefusal =
  | 'proposal_does_not_allow'
  | 'not_your_own'
  | 'not_for_you'
  | 'proposal_incomplete'
  | 'proposal_choice'
  | 'proposal_value'
  | 'decision_reason_missing'

export const refuse = refuser<ProposalRefusal>()
