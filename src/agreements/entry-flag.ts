/** What is odd about an agreement of the register. Pure rules. */
import { type EntryDates, standingOn } from './entry-standing.ts'

const { compare } = Temporal.PlainDate

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
  const [own, above] = [lastDay(entry), umbrella && lastDay(umbrella)]
  if (above && (!own || compare(own, above) > 0)) flags.push('outlives_umbrella')
  if (umbrella && ['expired', 'terminated'].includes(standingOn(umbrella, day))) flags.push('not_in_force_as_umbrella')
  const notice = entry.endsOn && entry.noticeMonths ? entry.endsOn.subtract({ months: entry.noticeMonths }) : null
  if (notice && compare(notice, day) < 0) flags.push('notice_has_passed')
  return flags
}

/** The last day in force, whether it runs out or is terminated before. */
function lastDay({ endsOn, terminatedOn }: EntryDates): Temporal.PlainDate | null {
  const last = terminatedOn?.subtract({ days: 1 }) ?? null
  if (!endsOn || !last) return endsOn ?? last
  return compare(endsOn, last) < 0 ? endsOn : last
}
