/** The deadline of a session as an officer types it: a date and a time on the clock of our own zone. Rules only. */
import { readMoment } from '#src/platform/day.ts'

export interface TypedDeadline {
  date: string
  time: string
}

/** @returns undefined where date and time are none, or where the zone's clock skips that hour; of an hour that comes twice, the first */
export const readDeadline = (typed: TypedDeadline, zone: string): Temporal.Instant | undefined =>
  readMoment(typed, zone) ?? undefined

/** What the form proposes: in seven days, at six in the evening. */
export function proposedDeadline(now: Temporal.Instant, zone: string): TypedDeadline {
  const day = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 7 })
  return { date: day.toString(), time: '18:00' }
}
