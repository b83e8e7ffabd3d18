/** Time as it is read from a clock on the wall, and what it is elsewhere. Rules only. */

/** A clock that is put back shows an hour twice: which of the two is meant. */
export type Which = 'earlier' | 'later'

export type WallTime =
  | { instant: Temporal.Instant }
  /** No date or no time at all. */
  | { fault: 'missing' }
  /** The clock is put forward over it: there is no such time; `next` is the first there is. */
  | { fault: 'gap'; next: Temporal.PlainDateTime }
  /** The clock is put back: there are two. */
  | { fault: 'twice'; earlier: Temporal.ZonedDateTime; later: Temporal.ZonedDateTime }

/** The instant of a date (`2021-09-23`) and time (`15:20`) on the clocks of a zone. */
export function wallTime(asked: { date: string; time: string; which?: Which }, zone: string): WallTime {
  const plain = plainOf(asked)
  if (!plain) return { fault: 'missing' }
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.equals(later)) return { instant: earlier.toInstant() }
  if (!earlier.toPlainDateTime().equals(plain)) return { fault: 'gap', next: later.toPlainDateTime() }
  if (asked.which) return { instant: (asked.which === 'later' ? later : earlier).toInstant() }
  return { fault: 'twice', earlier, later }
}

function plainOf({ date, time }: { date: string; time: string }): Temporal.PlainDateTime | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return undefined
  try {
    return Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time))
  } catch {
    return undefined
  }
}

/** The fields of a form for an instant: date and time on the clocks of a zone. */
export function wallFields(at: Temporal.Instant, zone: string): { date: string; time: string; which: Which | '' } {
  const there = at.toZonedDateTimeISO(zone)
  const plain = there.toPlainDateTime()
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const twice = !earlier.equals(plain.toZonedDateTime(zone, { disambiguation: 'later' }))
  const which = twice ? (earlier.toInstant().equals(at) ? 'earlier' : 'later') : ''
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
    which,
  }
}

/** Hours, by the clock, within which people can be asked to sit in a hall. */
export const day = { from: 7, to: 22 }

/** Whether a span of time lies within the day of a zone: neither begins before 7 nor ends after 22. */
export function withinDay(from: Temporal.Instant, to: Temporal.Instant, zone: string): boolean {
  const [begin, end] = [from, to].map((at) => at.toZonedDateTimeISO(zone))
  const minutes = (t: Temporal.ZonedDateTime) => t.hour * 60 + t.minute
  const sameDay = begin!.toPlainDate().equals(end!.toPlainDate())
  return sameDay && minutes(begin!) >= day.from * 60 && minutes(end!) <= day.to * 60
}

/**
 * When both sides are at work on a date: from 8:00 to 19:00 on both clocks.
 * @returns the span, or undefined where there is none
 */
export function sharedHours(
  date: Temporal.PlainDate,
  zones: [string, string],
): { from: Temporal.Instant; to: Temporal.Instant } | undefined {
  // The other side's working day that overlaps ours may be of the day before or after.
  const spans = [-1, 0, 1].flatMap((days) => {
    const ours = workingDay(date, zones[0])
    const theirs = workingDay(date.add({ days }), zones[1])
    const from = later(ours.from, theirs.from)
    const to = Temporal.Instant.compare(ours.to, theirs.to) < 0 ? ours.to : theirs.to
    return Temporal.Instant.compare(from, to) < 0 ? [{ from, to }] : []
  })
  return spans.sort((a, b) => b.from.until(b.to).total('minutes') - a.from.until(a.to).total('minutes'))[0]
}

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? b : a)

function workingDay(date: Temporal.PlainDate, zone: string) {
  const at = (hour: number) => date.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant()
  return { from: at(8), to: at(19) }
}
