import { isOfOurAge } from './time.ts'

/** A calendar day as forms and addresses send it, `2021-09-06`. @returns null where it is none */
export function readDay(typed: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return null
  }
}

/**
 * A day and an hour as forms send them, `2021-09-06` and `15:20`, on the clocks of a zone; of an hour that comes twice, the first.
 * @returns null where they are none, or where the zone's clocks skip that hour
 */
export function readMoment({ date, time }: { date: string; time: string }, zone: string): Temporal.Instant | null {
  const day = readDay(date)
  if (!day || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  try {
    const typed = day.toPlainDateTime(Temporal.PlainTime.from(time))
    const meant = typed.toZonedDateTime(zone, { disambiguation: 'earlier' })
    const at = meant.toInstant()
    return meant.toPlainDateTime().equals(typed) && isOfOurAge(at) ? at : null
  } catch {
    return null
  }
}
