/** The deadline of a session as an officer types it: a date and a time on the clock of our own zone. Rules only. */
import { isOfOurAge } from '#src/platform/time.ts'

export interface TypedDeadline {
  date: string
  time: string
}

/** @returns undefined where date and time are none, or where the zone's clock skips that hour; of an hour that comes twice, the first */
export function readDeadline({ date, time }: TypedDeadline, zone: string): Temporal.Instant | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return undefined
  try {
    const typed = Temporal.PlainDateTime.from(`${date}T${time}`)
    const meant = typed.toZonedDateTime(zone, { disambiguation: 'earlier' })
    const at = meant.toInstant()
    return meant.toPlainDateTime().equals(typed) && isOfOurAge(at) ? at : undefined
  } catch {
    return undefined
  }
}

/** What the form proposes: in seven days, at six in the evening. */
export function proposedDeadline(now: Temporal.Instant, zone: string): TypedDeadline {
  const day = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 7 })
  return { date: day.toString(), time: '18:00' }
}
