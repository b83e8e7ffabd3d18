/** A ceremony of two universities: its states, its two kinds of owners, and the rules of moving on. */
import { refuser } from '#src/platform/refusal.ts'
import type { CeremonyState, Party, Plan } from './plan.ts'

export const ceremonyStates = ['planning', 'confirmed', 'live', 'held', 'closed', 'postponed', 'cancelled'] as const

export type CeremonyAct =
  | 'edit_frame'
  | 'edit_sheet'
  | 'confirm'
  | 'both_confirmed'
  | 'yes_withdrawn'
  | 'ask'
  | 'postpone'
  | 'cancel'
  | 'go_live'
  | 'hold'
  | 'close'
  | 'end_rehearsal'

/** `who`: the convenor's officers, officers of either side, both sides together, or the stage as it is played. */
export interface CeremonyRow {
  from: CeremonyState
  act: CeremonyAct
  who: 'convenor' | 'officer' | 'both_sides' | 'stage'
  to: CeremonyState
}

const row = (from: CeremonyState, act: CeremonyAct, who: CeremonyRow['who'], to: CeremonyState): CeremonyRow => ({
  from,
  act,
  who,
  to,
})

/**
 * The whole lifecycle; rules, buttons and tests are read from it. Changing the frame takes a confirmed ceremony back to planning:
 * what was confirmed is no longer what is planned. A postponed one is planned again by giving it a new date.
 */
export const ceremonyLifecycle: CeremonyRow[] = [
  row('planning', 'edit_frame', 'convenor', 'planning'),
  row('confirmed', 'edit_frame', 'convenor', 'planning'),
  row('postponed', 'edit_frame', 'convenor', 'planning'),
  row('planning', 'edit_sheet', 'officer', 'planning'),
  row('confirmed', 'edit_sheet', 'officer', 'confirmed'),
  row('postponed', 'edit_sheet', 'officer', 'postponed'),
  row('live', 'edit_sheet', 'officer', 'live'),
  row('held', 'edit_sheet', 'officer', 'held'),
  row('planning', 'confirm', 'officer', 'planning'),
  row('planning', 'both_confirmed', 'both_sides', 'confirmed'),
  row('confirmed', 'yes_withdrawn', 'both_sides', 'planning'),
  row('planning', 'ask', 'officer', 'planning'),
  row('confirmed', 'ask', 'officer', 'confirmed'),
  row('postponed', 'ask', 'officer', 'postponed'),
  row('planning', 'postpone', 'convenor', 'postponed'),
  row('confirmed', 'postpone', 'convenor', 'postponed'),
  row('planning', 'cancel', 'convenor', 'cancelled'),
  row('confirmed', 'cancel', 'convenor', 'cancelled'),
  row('postponed', 'cancel', 'convenor', 'cancelled'),
  row('planning', 'go_live', 'stage', 'live'),
  row('confirmed', 'go_live', 'stage', 'live'),
  row('live', 'hold', 'stage', 'held'),
  row('held', 'close', 'officer', 'closed'),
  row('planning', 'end_rehearsal', 'officer', 'closed'),
  row('live', 'end_rehearsal', 'officer', 'closed'),
  row('held', 'end_rehearsal', 'officer', 'closed'),
]

export type CeremonyRefusal =
  | 'ceremony_does_not_allow'
  | 'ceremony_officers_only'
  | 'convenor_only'
  | 'plan_changed_meanwhile'
  | 'plan_malformed'
  | 'title_missing'
  | 'time_missing'
  | 'time_in_gap'
  | 'time_twice'
  | 'time_past'
  | 'items_missing'
  | 'reason_missing'
  | 'already_shared'
  | 'not_shared_yet'
  | 'already_confirmed'
  | 'sheet_not_shared'
  | 'not_the_partner'
  | 'agreement_too_early'
  | 'address_invalid'
  | 'name_missing'
  | 'rehearsal_has_no_part'
  | 'nobody_of_that_address'

export const refuse = refuser<CeremonyRefusal>()

/** The state an act leads to. @throws Refusal `ceremony_does_not_allow` where the state has no such act */
export function move({ state }: { state: CeremonyState }, act: CeremonyAct): CeremonyState {
  const found = ceremonyLifecycle.find((r) => r.from === state && r.act === act)
  return found ? found.to : refuse('ceremony_does_not_allow', { state, act })
}

/** Whether the act is open in this state. Pages show a button exactly then. */
export function allows({ state }: { state: CeremonyState }, act: CeremonyAct): boolean {
  return ceremonyLifecycle.some((r) => r.from === state && r.act === act)
}

/** Whether both universities said yes to the frame as it is now. */
export function bothConfirmed(plan: Pick<Plan, 'version' | 'parties' | 'confirmations'>): boolean {
  return plan.parties.every((party) => plan.confirmations[party]?.version === plan.version)
}

/** The other of the two universities. */
export const otherParty = ({ parties }: Pick<Plan, 'parties'>, party: Party): Party =>
  parties[0] === party ? parties[1] : parties[0]
