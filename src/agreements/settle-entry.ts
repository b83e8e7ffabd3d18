/** An officer writes down what was decided about an agreement’s end or review: reminders of that date stop. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { refuseEntry } from './entry-refusal.ts'
import { type Entry, lockEntry } from './entry-store.ts'
import type { Decision } from './entry-tables.ts'
import './entry-tables.ts'

export const decisions = ['let_end', 'renewing', 'reviewed'] as const

/** @throws Refusal `entry_nothing_to_settle` where it has no such date; deciding again replaces the decision */
export async function settleEntry(
  db: Db,
  { officer, entry }: { officer: Visitor; entry: Entry },
  { decision, note, at }: { decision: Decision; note: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = (await lockEntry(tx, entry.id))!
    const of = decision === 'reviewed' ? 'review' : 'end'
    const date = of === 'review' ? held.review_on : held.ends_on
    if (!date || held.terminated_on) return refuseEntry('entry_nothing_to_settle')
    const forDate = date.toString()
    const decided = { decision, note: note.trim().slice(0, 2_000), by_name: officer.account.name.latin, at }
    await tx
      .insertInto('entry_settlement')
      .values({ entry: held.id, of, for_date: forDate, ...decided })
      .onConflict((c) => c.columns(['entry', 'of', 'for_date']).doUpdateSet(decided))
      .execute()
    const detail = { decision, for: forDate, note: decided.note }
    await record(tx, { at, by: actorOf(officer), about: { kind: 'entry', id: held.id }, act: 'entry.settled', detail })
  })
}

/** What was decided, the latest date first. */
export async function settlementsOf(db: Db, entry: string) {
  return db
    .selectFrom('entry_settlement')
    .select(['of', 'for_date', 'decision', 'note', 'by_name', 'at'])
    .where('entry', '=', entry)
    .orderBy('for_date', 'desc')
    .execute()
}
