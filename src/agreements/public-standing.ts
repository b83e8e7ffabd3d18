/** Where a public agreement stands on a day, as anyone may know. Rules only. */
import type { Bilingual, Succession } from './text.ts'

export interface PublicEnd {
  /** Its last day in force; null where it has none. */
  endsOn: Temporal.PlainDate | null
  /** The first day on which it is not in force any more, where it was terminated. */
  terminatedOn: Temporal.PlainDate | null
  /** What took its place, where that is public too. */
  successor: { id: string; how: Succession; title: Bilingual; concludedAt: Temporal.Instant } | null
}

export type PublicAgreementStanding =
  | { kind: 'in_force'; until: Temporal.PlainDate | null }
  | { kind: 'ended' | 'terminated'; on: Temporal.PlainDate }
  | { kind: 'replaced'; by: NonNullable<PublicEnd['successor']> }

/** Terminated before all else; then replaced, which usually changes when it ends; then what its own term says. */
export function publicStanding(end: PublicEnd, today: Temporal.PlainDate): PublicAgreementStanding {
  const { endsOn, terminatedOn, successor } = end
  if (terminatedOn && Temporal.PlainDate.compare(terminatedOn, today) <= 0)
    return { kind: 'terminated', on: terminatedOn }
  if (successor) return { kind: 'replaced', by: successor }
  if (endsOn && Temporal.PlainDate.compare(endsOn, today) < 0) return { kind: 'ended', on: endsOn }
  const until =
    terminatedOn && (!endsOn || Temporal.PlainDate.compare(terminatedOn, endsOn) <= 0)
      ? terminatedOn.subtract({ days: 1 })
      : endsOn
  return { kind: 'in_force', until }
}
