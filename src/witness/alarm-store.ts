/** SQL of the alarms. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { AlarmKind } from './alarm.ts'

export interface Alarm {
  id: string
  /** ROR id of the partner it is about, or the name of the third witness. */
  institution: string
  kind: AlarmKind
  /** What was presented, word for word; may be empty. */
  proof: string
  firstAt: Temporal.Instant
  lastAt: Temporal.Instant
  times: number
  settledBy: string | null
  settledReason: string | null
  settledAt: Temporal.Instant | null
}

/** Raises an alarm. One that stands already only counts on; its first proof is kept. */
export async function raiseAlarm(
  db: Db,
  alarm: { institution: string; kind: AlarmKind; proof?: string; at: Temporal.Instant },
): Promise<void> {
  const { institution, kind, proof = '', at } = alarm
  await db
    .insertInto('tlog_alarm')
    .values({
      institution,
      kind,
      proof,
      first_at: at,
      last_at: at,
      settled_by: null,
      settled_reason: null,
      settled_at: null,
    })
    .onConflict((c) =>
      c
        .columns(['institution', 'kind'])
        .where('settled_at', 'is', null)
        .doUpdateSet({ last_at: at, times: sql`tlog_alarm.times + 1` }),
    )
    .execute()
}

/** Open ones first, then the latest settled. */
export async function alarms(db: Db): Promise<Alarm[]> {
  const rows = await db
    .selectFrom('tlog_alarm')
    .selectAll()
    .orderBy(sql`settled_at is not null`)
    .orderBy('last_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    institution: row.institution,
    kind: row.kind,
    proof: row.proof,
    firstAt: row.first_at,
    lastAt: row.last_at,
    times: row.times,
    settledBy: row.settled_by,
    settledReason: row.settled_reason,
    settledAt: row.settled_at,
  }))
}

/** Settles an open alarm. @returns false where none of this id is open */
export async function settleAlarmRow(
  tx: Tx,
  id: string,
  { by, reason, at }: { by: string; reason: string; at: Temporal.Instant },
): Promise<{ institution: string; kind: AlarmKind } | undefined> {
  return tx
    .updateTable('tlog_alarm')
    .set({ settled_by: by, settled_reason: reason, settled_at: at })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .returning(['institution', 'kind'])
    .executeTakeFirst()
}
