/** Who may look at the logs, and who may settle an alarm. */
import { maySeeAgreements } from '#src/agreements/index.ts'
import { holds, type Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refuse } from './alarm.ts'

/** Whoever sees agreements sees both logs. @throws Refusal `sign_in_first`, or `not_found` for everyone else */
export function requireLogReader(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!maySeeAgreements(visitor)) throw new Refusal('not_found', {}, 404)
  return visitor
}

/** Administrators settle alarms: they are the ones who can ask the other office. */
export const maySettle = (visitor: Visitor | null): boolean => holds(visitor, 'administrator')

export function requireAlarmSettler(visitor: Visitor | null): Visitor {
  const reader = requireLogReader(visitor)
  if (!maySettle(reader)) refuse('administrators_only', {}, 403)
  return reader
}
