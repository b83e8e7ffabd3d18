/** What may not fit between two logs. Rules only: which alarm it is, who can have caused it, when silence is one. */
import { refuser } from '#src/platform/refusal.ts'

/**
 * About the partner's log: `rewritten` (the new head does not continue the old), `forked` (another tree of a size we know),
 * `rolled_back` (it shows a shorter log than we cosigned), `keys_changed`. About ours, as the partner sees it: `keys_not_taken`, `set_back`
 * (it knows more of our log than we do), `called_inconsistent`, `cosignature_wrong`, `cosignature_ahead`, `stamp_wrong`.
 */
export const alarmKinds = [
  'rewritten',
  'forked',
  'rolled_back',
  'keys_changed',
  'keys_not_taken',
  'set_back',
  'called_inconsistent',
  'cosignature_wrong',
  'cosignature_ahead',
  'stamp_wrong',
] as const
export type AlarmKind = (typeof alarmKinds)[number]

export type WitnessRefusal =
  | 'administrators_only'
  | 'reason_missing'
  | 'no_such_alarm'
  | 'log_keys_malformed'
  | 'log_events_malformed'
  | 'proof_not_acceptable'
  | 'not_the_partner'
export const refuse = refuser<WitnessRefusal>()

/** A log not heard of for so long is silent: nodes ask each other every hour. */
export const silence = Temporal.Duration.from({ hours: 24 })

/** Whole hours a log has been silent, once that is longer than it may be. */
export function silentFor(since: Temporal.Instant, now: Temporal.Instant): number | undefined {
  const hours = Math.floor(since.until(now).total('hours'))
  return hours >= silence.total('hours') ? hours : undefined
}

/** Clocks of two nodes may differ by so much; a cosignature from further ahead is not taken. */
const aheadAtMost = Temporal.Duration.from({ minutes: 5 })

export const isAhead = (at: Temporal.Instant, now: Temporal.Instant) =>
  Temporal.Instant.compare(at, now.add(aheadAtMost)) > 0
