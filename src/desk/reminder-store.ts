/** SQL of reminders: how people want to be told, and what they were told. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { ReminderWay } from './reminder.ts'
import './tables.ts'

export async function choiceOf(db: Db, account: string) {
  return db.selectFrom('reminder_choice').selectAll().where('account', '=', account).executeTakeFirst()
}

export async function choices(db: Db) {
  const rows = await db.selectFrom('reminder_choice').selectAll().execute()
  return new Map(rows.map((row) => [row.account, row]))
}

export async function saveChoice(tx: Tx, account: string, choice: { how: ReminderWay; zone: string }): Promise<void> {
  await tx
    .insertInto('reminder_choice')
    .values({ account, feed: null, ...choice })
    .onConflict((c) => c.column('account').doUpdateSet(choice))
    .execute()
}

/** A calendar's address, or none: the one before is worth nothing from then on. */
export async function saveFeed(tx: Tx, account: string, feed: string | null): Promise<void> {
  await tx
    .insertInto('reminder_choice')
    .values({ account, how: 'at_once', zone: '', feed })
    .onConflict((c) => c.column('account').doUpdateSet({ feed }))
    .execute()
}

export async function feedOwner(db: Db, feed: string): Promise<string | undefined> {
  return (await db.selectFrom('reminder_choice').select('account').where('feed', '=', feed).executeTakeFirst())?.account
}

/** Notes what is told now. @returns the keys that were not told before */
export async function noteTold(tx: Tx, account: string, keys: string[], at: Temporal.Instant): Promise<string[]> {
  if (keys.length === 0) return []
  const rows = await tx
    .insertInto('reminder_told')
    .values(keys.map((key) => ({ account, key, told_at: at })))
    .onConflict((c) => c.doNothing())
    .returning('key')
    .execute()
  return rows.map(({ key }) => key)
}

/** What each person was told, and when last. */
export async function toldToAll(db: Db): Promise<Map<string, { keys: string[]; last: Temporal.Instant }>> {
  const rows = await db
    .selectFrom('reminder_told')
    .select('account')
    .select(sql<string[]>`array_agg(key)`.as('keys'))
    .select(sql<Temporal.Instant>`max(told_at)`.as('last'))
    .groupBy('account')
    .execute()
  return new Map(rows.map(({ account, ...told }) => [account, told]))
}

/** What was told of a kind of matter that no longer stands is forgotten, so that it is told again when it comes back. */
export async function forgetHandled(tx: Tx, account: string, kind: string, standing: string[]): Promise<void> {
  await tx
    .deleteFrom('reminder_told')
    .where('account', '=', account)
    .where('key', 'like', `${kind}:%`)
    .$if(standing.length > 0, (query) => query.where('key', 'not in', standing))
    .execute()
}
