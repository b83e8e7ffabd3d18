/** SQL of what took place: times and audience. */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { CeremonyRecord } from './ceremony-record.ts'
import type { Guest } from './guest.ts'
import { commitmentsOf } from './marked-commitment-store.ts'
import type { Party, Plan } from './plan.ts'
import { findPlan } from './plan-store.ts'
import type { RecordTable } from './tables.ts'

/** What the stage knows when it is over. Items not played are left out. */
export interface Held {
  startedAt: Temporal.Instant
  endedAt: Temporal.Instant
  items: { item: string; startedAt: Temporal.Instant; endedAt: Temporal.Instant }[]
  /** The most who watched at one time. */
  audience: number
}

/** Of a ceremony and of each item that was on stage. */
export type Times = Omit<Held, 'audience'>

function timesOf({ started_at: startedAt, ended_at: endedAt, items }: Selectable<RecordTable>): Times {
  const at = Temporal.Instant.from
  const played = items.map(({ item, startedAt, endedAt }) => ({
    item,
    startedAt: at(startedAt),
    endedAt: at(endedAt),
  }))
  return { startedAt, endedAt, items: played }
}

export async function insertRecord(tx: Tx, ceremony: string, held: Held): Promise<void> {
  const items = held.items.map(({ item, startedAt, endedAt }) => ({
    item,
    startedAt: startedAt.toString(),
    endedAt: endedAt.toString(),
  }))
  const row = {
    started_at: held.startedAt,
    ended_at: held.endedAt,
    items: JSON.stringify(items),
    audience: held.audience,
  }
  await tx
    .insertInto('ceremony_record')
    .values({ ceremony, ...row })
    .onConflict((c) => c.column('ceremony').doUpdateSet(row))
    .execute()
}

/** What took place at a ceremony that was held; a rehearsal leaves nothing to report. */
export async function findRecord(db: Db, id: string): Promise<CeremonyRecord | undefined> {
  const plan = await findPlan(db, id)
  if (!plan || plan.rehearsalOf) return undefined
  const row = await db.selectFrom('ceremony_record').selectAll().where('ceremony', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { items: played, ...times } = timesOf(row)
  const items = played.flatMap(({ item: id, ...times }) => {
    const item = plan.items.find((one) => one.id === id)
    return item ? [{ item, ...times }] : []
  })
  const commitments = await commitmentsOf(db, id)
  return { plan, ...times, items, attended: attendedOf(plan), commitments, audience: row.audience }
}

function attendedOf(plan: Plan): Record<Party, Guest[]> {
  const came = ({ present, attending }: Guest) => present ?? attending === 'accepted'
  return Object.fromEntries(plan.parties.map((party) => [party, plan.guests[party]!.filter(came)]))
}

/** When these ceremonies and their items really were on stage, by the ceremony's id; those that were not held are not in it. */
export async function heldTimes(db: Db, ids: string[]): Promise<Map<string, Times>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('ceremony_record').selectAll().where('ceremony', 'in', ids).execute()
  return new Map(rows.map((row) => [row.ceremony, timesOf(row)]))
}
