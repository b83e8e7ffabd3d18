/** Where an agreement of the register stands on a given day. Pure rules. */

/** Dates an entry's standing follows from. */
export interface EntryDates {
  signedOn: Temporal.PlainDate | null
  effectiveOn: Temporal.PlainDate | null
  /** Null: open-ended. */
  endsOn: Temporal.PlainDate | null
  terminatedOn: Temporal.PlainDate | null
}

/** The dates of a row of the register, as the rules take them. */
export const datesOf = (row: {
  signed_on: Temporal.PlainDate | null
  effective_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  terminated_on: Temporal.PlainDate | null
}): EntryDates => ({
  signedOn: row.signed_on,
  effectiveOn: row.effective_on,
  endsOn: row.ends_on,
  terminatedOn: row.terminated_on,
})

export const standings = ['to_come', 'in_force', 'ending', 'open_ended', 'expired', 'terminated'] as const
export type Standing = (typeof standings)[number]

/** Days before its end from which an agreement counts as ending: review begins a year ahead. */
export const endingDays = 365

const { compare } = Temporal.PlainDate

/** Where an agreement stands on a day. The last day is still in force. */
export function standingOn(entry: EntryDates, day: Temporal.PlainDate): Standing {
  if (entry.terminatedOn && compare(entry.terminatedOn, day) <= 0) return 'terminated'
  if (entry.endsOn && compare(entry.endsOn, day) < 0) return 'expired'
  const begins = entry.effectiveOn ?? entry.signedOn
  if (!begins || compare(begins, day) > 0) return 'to_come'
  if (!entry.endsOn) return 'open_ended'
  return compare(entry.endsOn, day.add({ days: endingDays })) <= 0 ? 'ending' : 'in_force'
}
