/** Saves minutes and notes who did what; and minutes as they cross. */
import type { Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Following, type Json, record } from '#src/platform/record.ts'
import type { OfficersCeremony } from './access.ts'
import type { HeldMinutes } from './minutes.ts'
import { saveMinutes } from './minutes-store.ts'
import type { Plan } from './plan.ts'

/** Saves, and notes the act in the history. @param then what crosses because of it */
export async function keep(
  tx: Tx,
  { officer, plan }: OfficersCeremony,
  after: HeldMinutes,
  { act, at, then }: { act: string; at: Temporal.Instant; then: Following[] },
): Promise<void> {
  await saveMinutes(tx, plan.id, after)
  const about = { kind: 'ceremony', id: plan.id }
  await record(tx, {
    at,
    by: actorOf(officer),
    about,
    act,
    detail: { version: after.version, text: after.asked?.text ?? '' },
    then,
  })
}

/** Minutes as they cross: whole, with a growing version. */
export function minutesMessage({ partner, id }: Plan, { state, version, minutes, hash, ours }: HeldMinutes): Following {
  const agreed = ours && { byName: ours.byName, at: ours.at.toString() }
  return message(partner, 'ceremony.minutes', id, { state, version, minutes, hash, agreed } as unknown as Json)
}
