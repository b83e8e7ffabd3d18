/** SQL of who has which duty at a ceremony. Nothing here is sent. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { type Account, findAccount } from '#src/platform/people/index.ts'
import type { Duty } from './tables.ts'
import './tables.ts'

/** Duties of one account at a ceremony. Those of the original hold for its rehearsals. */
export async function dutiesOf(
  db: Db,
  { id, rehearsalOf }: { id: string; rehearsalOf: string | null },
  account: string,
): Promise<Duty[]> {
  const rows = await db
    .selectFrom('ceremony_duty')
    .select('duty')
    .distinct()
    .where('ceremony', 'in', rehearsalOf ? [id, rehearsalOf] : [id])
    .where('account', '=', account)
    .orderBy('duty')
    .execute()
  return rows.map(({ duty }) => duty)
}

/** Ids of the ceremonies at which an account has a duty, for the list such a person may open. */
export async function ceremoniesWithDuty(db: Db, account: string): Promise<string[]> {
  const rows = await db
    .selectFrom('ceremony_duty')
    .select('ceremony')
    .distinct()
    .where('account', '=', account)
    .execute()
  return rows.map(({ ceremony }) => ceremony)
}

/** Everyone of this node with a duty at the ceremony. */
export async function dutyHolders(db: Db, ceremony: string): Promise<{ account: Account; duty: Duty }[]> {
  const rows = await db
    .selectFrom('ceremony_duty')
    .select(['account', 'duty'])
    .where('ceremony', '=', ceremony)
    .orderBy('duty')
    .orderBy('given_at')
    .execute()
  const all = await Promise.all(
    rows.map(async ({ account: id, duty }) => ({ account: await findAccount(db, id), duty })),
  )
  return all.flatMap(({ account, duty }) => (account ? [{ account, duty }] : []))
}

export async function saveDuty(tx: Tx, ceremony: string, account: string, duty: Duty, at: Temporal.Instant) {
  await tx
    .insertInto('ceremony_duty')
    .values({ ceremony, account, duty, given_at: at })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function removeDuty(tx: Tx, ceremony: string, account: string, duty: Duty): Promise<void> {
  await tx
    .deleteFrom('ceremony_duty')
    .where('ceremony', '=', ceremony)
    .where('account', '=', account)
    .where('duty', '=', duty)
    .execute()
}
