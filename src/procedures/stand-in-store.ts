/** SQL of who acts for whom. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Represented } from './route.ts'
import './tables.ts'

export interface StandIn {
  id: string
  for: { account: string; name: string }
  by: { account: string; name: string }
  duty: string
  from: string
  to: string
  reason: string
  ended: boolean
}

/** All that were given, those that end last first. */
export async function standIns(db: Db): Promise<StandIn[]> {
  const rows = await db
    .selectFrom('stand_in')
    .innerJoin('account as person', 'person.id', 'stand_in.for_account')
    .innerJoin('account as deputy', 'deputy.id', 'stand_in.account')
    .select(['stand_in.id', 'for_account', 'account', 'duty', 'from_on', 'to_on', 'reason', 'stand_in.ended_at'])
    .select(['person.name_latin as person_name', 'deputy.name_latin as deputy_name'])
    .orderBy('to_on', 'desc')
    .orderBy('stand_in.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    for: { account: r.for_account, name: r.person_name },
    by: { account: r.account, name: r.deputy_name },
    duty: r.duty,
    from: String(r.from_on),
    to: String(r.to_on),
    reason: r.reason,
    ended: r.ended_at !== null,
  }))
}

/** Those in whose place somebody may act on a day, with their duties as they are now. */
export async function representedBy(db: Db, account: string, day: Temporal.PlainDate): Promise<Represented[]> {
  const rows = await db
    .selectFrom('stand_in')
    .innerJoin('account', 'account.id', 'stand_in.for_account')
    .leftJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'stand_in.for_account').on('role.name', '=', 'approver'),
    )
    .select(['stand_in.id', 'for_account', 'duty', 'name_latin', 'role.scope'])
    .where('stand_in.account', '=', account)
    .where('stand_in.ended_at', 'is', null)
    .where('account.ended_at', 'is', null)
    .where(sql`${day.toString()}::date`, '>=', sql.ref('from_on'))
    .where(sql`${day.toString()}::date`, '<=', sql.ref('to_on'))
    .orderBy('stand_in.id')
    .execute()
  return [...Map.groupBy(rows, (r) => r.id).values()].map((one) => ({
    account: one[0]!.for_account,
    name: one[0]!.name_latin,
    duty: one[0]!.duty,
    duties: one.flatMap(({ scope }) => scope ?? []),
  }))
}

/** Accounts that act on a day in the place of one of these. */
export async function deputiesOf(db: Db, accounts: string[], day: Temporal.PlainDate) {
  if (accounts.length === 0) return []
  return db
    .selectFrom('stand_in')
    .select(['for_account', 'account', 'duty'])
    .where('for_account', 'in', accounts)
    .where('ended_at', 'is', null)
    .where(sql`${day.toString()}::date`, '>=', sql.ref('from_on'))
    .where(sql`${day.toString()}::date`, '<=', sql.ref('to_on'))
    .execute()
}

/** Whether somebody is anybody's stand-in, on whatever day. */
export async function isStandIn(db: Db, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('stand_in')
    .select('id')
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertStandIn(
  tx: Tx,
  s: { id: string; for: string; by: string; duty: string; from: string; to: string; reason: string },
  given: { by: string; at: Temporal.Instant },
): Promise<void> {
  const { id, duty, reason } = s
  const days = { from_on: s.from, to_on: s.to }
  const open = { ended_by: null, ended_at: null }
  await tx
    .insertInto('stand_in')
    .values({
      id,
      for_account: s.for,
      account: s.by,
      duty,
      reason,
      ...days,
      given_by: given.by,
      given_at: given.at,
      ...open,
    })
    .execute()
}

/** @returns whose it was, or nothing where it is unknown or over */
export async function endStandInRow(tx: Tx, id: string, ended: { by: string; at: Temporal.Instant }) {
  return tx
    .updateTable('stand_in')
    .set({ ended_by: ended.by, ended_at: ended.at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['for_account', 'account'])
    .executeTakeFirst()
}
