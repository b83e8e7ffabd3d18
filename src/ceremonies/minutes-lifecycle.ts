/** Who may do what with minutes, and what follows. Rules only. */
import { refuser } from '#src/platform/refusal.ts'

export type MinutesState = 'draft' | 'proposed' | 'agreed'

export type MinutesAct = 'write' | 'propose' | 'agree' | 'ask'

export interface MinutesRow {
  from: MinutesState
  act: MinutesAct
  who: 'convenor' | 'partner'
  to: MinutesState
}

/** The convenor writes and proposes; the other university agrees to exactly what was proposed, or asks for a change. */
export const minutesLifecycle: MinutesRow[] = [
  { from: 'draft', act: 'write', who: 'convenor', to: 'draft' },
  { from: 'draft', act: 'propose', who: 'convenor', to: 'proposed' },
  { from: 'proposed', act: 'write', who: 'convenor', to: 'draft' },
  { from: 'proposed', act: 'agree', who: 'partner', to: 'agreed' },
  { from: 'proposed', act: 'ask', who: 'partner', to: 'proposed' },
]

export type MinutesRefusal =
  | 'minutes_do_not_allow'
  | 'minutes_too_early'
  | 'minutes_changed_meanwhile'
  | 'minutes_malformed'
  | 'minutes_other_text'
  | 'minutes_reason_missing'
  | 'nobody_to_thank'
  | 'briefing_changed_meanwhile'

export const refuse = refuser<MinutesRefusal>()

/** @throws Refusal `minutes_do_not_allow` where the state has no such act */
export function moveMinutes(state: MinutesState, act: MinutesAct): MinutesState {
  const found = minutesLifecycle.find((r) => r.from === state && r.act === act)
  return found ? found.to : refuse('minutes_do_not_allow', { state, act })
}

export const allowsMinutes = (state: MinutesState, act: MinutesAct): boolean =>
  minutesLifecycle.some((r) => r.from === state && r.act === act)
