/** An administrator settles an alarm, with the reason: what was found, with whom it was talked over. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { refuse } from './alarm.ts'
import { settleAlarmRow } from './alarm-store.ts'

/** What caused it stays as it is: where it goes on, the alarm comes back. @throws Refusal `reason_missing`, `no_such_alarm` */
export async function settleAlarm(
  db: Db,
  administrator: Visitor,
  { id, reason: given, at }: { id: string; reason: string; at: Temporal.Instant },
): Promise<void> {
  const reason = given.trim()
  if (!reason) refuse('reason_missing', {}, 422)
  if (!/^\d{1,15}$/.test(id)) refuse('no_such_alarm', {}, 404)
  await db.transaction().execute(async (tx) => {
    const by = administrator.account.name.latin
    const settled = (await settleAlarmRow(tx, id, { by, reason, at })) ?? refuse('no_such_alarm', {}, 404)
    const { institution, kind } = settled
    await record(tx, {
      at,
      by: actorOf(administrator),
      about: { kind: 'node', id: institution },
      act: 'log.alarm_settled',
      detail: { kind, reason },
    })
  })
}
