/** A programme: its states, what it holds, and when a partnership in it is due for review. Pure rules. */
import { refuser } from '#src/platform/refusal.ts'

export const programmeStates = ['planned', 'running', 'in_final_review', 'closed', 'renewed'] as const
export type ProgrammeState = (typeof programmeStates)[number]
export type ProgrammeAct = 'start' | 'begin_final_review' | 'close' | 'renew'

export interface ProgrammeRow {
  from: ProgrammeState
  act: ProgrammeAct
  to: ProgrammeState
}

/** The whole lifecycle; officers move it, with a reason. */
export const programmeLifecycle: ProgrammeRow[] = [
  { from: 'planned', act: 'start', to: 'running' },
  { from: 'running', act: 'begin_final_review', to: 'in_final_review' },
  { from: 'in_final_review', act: 'close', to: 'closed' },
  { from: 'in_final_review', act: 'renew', to: 'renewed' },
  { from: 'planned', act: 'close', to: 'closed' },
]

/** The four areas of cooperation. */
export const areas = ['talent_training', 'joint_research', 'people_to_people', 'other'] as const
export type Area = (typeof areas)[number]

export type ProgrammeRefusal =
  | 'programme_does_not_allow'
  | 'programme_reason_missing'
  | 'programme_name_missing'
  | 'programme_dates_wrong'
  | 'programme_budget_wrong'
  | 'programme_changed_meanwhile'
  | 'programme_successor_missing'
  | 'programme_needs_key_partner'
  | 'programme_over'
  | 'programme_target_wrong'
export const refuseProgramme = refuser<ProgrammeRefusal>()

/** @throws Refusal `programme_does_not_allow` */
export function moveProgramme(state: ProgrammeState, act: ProgrammeAct): ProgrammeState {
  const row = programmeLifecycle.find((r) => r.from === state && r.act === act)
  return row ? row.to : refuseProgramme('programme_does_not_allow', { state, act })
}

export const programmeActs = (state: ProgrammeState): ProgrammeAct[] =>
  programmeLifecycle.flatMap(({ from, act }) => (from === state ? act : []))

/** Partners join, and targets are set, until the programme is over. */
export const isOpen = (state: ProgrammeState): boolean => state !== 'closed' && state !== 'renewed'

/**
 * The day a partnership in the programme is to be reviewed: the agreement's own review date where it has one to come, else so many
 * months after the last step that looked at the partnership as a whole (its signing, its last renewal).
 */
export function nextReview(
  { reviewOn, lastLooked }: { reviewOn: Temporal.PlainDate | null; lastLooked: Temporal.PlainDate | null },
  months: number,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (reviewOn && Temporal.PlainDate.compare(reviewOn, today) >= 0) return reviewOn
  return lastLooked ? lastLooked.add({ months }) : reviewOn
}

/** Whether an agreement ends while the programme still runs: it outlives what it rests on. An open-ended one does not. */
export const endsBefore = (agreement: Temporal.PlainDate | null, programme: Temporal.PlainDate): boolean =>
  agreement !== null && Temporal.PlainDate.compare(agreement, programme) < 0
