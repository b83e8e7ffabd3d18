/** An agreement as the register knows it, and where it stands on a given day. Pure rules. */
import { refuser } from '#src/platform/refusal.ts'

export const entryKinds = [
  'memorandum',
  'key',
  'exchange',
  'joint_training',
  'joint_degree',
  'research',
  'seed_fund',
  'data_sharing',
  'amendment',
  'extension',
  'other',
] as const
export type EntryKind = (typeof entryKinds)[number]

export const signings = ['here', 'ink', 'elsewhere'] as const
export type Signing = (typeof signings)[number]

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

/** Days before its end from which an agreement counts as ending: review begins a year ahead (partnerships.md, finding 6). */
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

export type EntryFlag = 'outlives_umbrella' | 'notice_has_passed' | 'not_in_force_as_umbrella'

/** What is odd about an entry, given its umbrella. */
export function flagsOf(
  entry: EntryDates & { noticeMonths: number | null; reviewOn: Temporal.PlainDate | null },
  umbrella: EntryDates | null,
  day: Temporal.PlainDate,
): EntryFlag[] {
  const flags: EntryFlag[] = []
  const lives = ['in_force', 'ending', 'open_ended', 'to_come'].includes(standingOn(entry, day))
  if (!lives) return flags
  if (umbrella?.endsOn && (!entry.endsOn || compare(entry.endsOn, umbrella.endsOn) > 0)) flags.push('outlives_umbrella')
  if (umbrella && ['expired', 'terminated'].includes(standingOn(umbrella, day))) flags.push('not_in_force_as_umbrella')
  const notice = entry.endsOn && entry.noticeMonths ? entry.endsOn.subtract({ months: entry.noticeMonths }) : null
  if (notice && compare(notice, day) < 0) flags.push('notice_has_passed')
  return flags
}

export type EntryRefusal =
  | 'entry_title_missing'
  | 'entry_partner_unknown'
  | 'entry_dates_crossed'
  | 'entry_needs_end_or_review'
  | 'entry_date_wrong'
  | 'entry_changed_meanwhile'
  | 'entry_umbrella_wrong'
  | 'entry_file_not_readable'
  | 'entry_file_missing'
  | 'view_name_missing'
export const refuseEntry = refuser<EntryRefusal>()

/** When something about an entry must be brought to mind. */
export interface Rule {
  key: string
  /** Which date it counts towards. */
  of: 'end' | 'review' | 'notice'
  /** Days before that date. */
  days: number
}

export const reminderRules: Rule[] = [
  ...[365, 180, 90, 30].map((days) => ({ key: `end_${days}`, of: 'end' as const, days })),
  ...[90, 30].map((days) => ({ key: `review_${days}`, of: 'review' as const, days })),
  ...[60, 14].map((days) => ({ key: `notice_${days}`, of: 'notice' as const, days })),
]

export interface Remindable extends EntryDates {
  reviewOn: Temporal.PlainDate | null
  noticeMonths: number | null
  /** Another entry renews this one: nothing about its end needs bringing to mind. */
  renewed: boolean
}

/**
 * The reminders due on a day: of each date only the nearest rule reached, so that an entry written down late is not reminded
 * of four times at once.
 * @param day the calendar day in the reader's zone: reminders come at the start of a day, whatever the clocks do
 */
export function remindersDue(entry: Remindable, day: Temporal.PlainDate): { rule: string; date: Temporal.PlainDate }[] {
  if (entry.renewed || ['expired', 'terminated'].includes(standingOn(entry, day))) return []
  const { endsOn, reviewOn, noticeMonths } = entry
  const dates = {
    end: endsOn,
    review: reviewOn,
    notice: endsOn && noticeMonths ? endsOn.subtract({ months: noticeMonths }) : null,
  }
  return (['end', 'review', 'notice'] as const).flatMap((of) => {
    const date = dates[of]
    if (!date || compare(date, day) < 0) return []
    const reached = reminderRules.filter((r) => r.of === of && compare(date.subtract({ days: r.days }), day) <= 0)
    const nearest = reached.toSorted((a, b) => a.days - b.days)[0]
    return nearest ? [{ rule: nearest.key, date }] : []
  })
}
