/** Tells open pages that something they show has changed: a number per topic, nothing else, ever crosses. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    live_revision: { topic: string; revision: string }
  }
}

/**
 * Raises the revision of topics; who follows them hears of it when the transaction commits. Last in an act, since
 * from here on another act on the same topic waits for this one.
 * @param topics e.g. `agreement:3f0c…`; up to 200 characters without spaces
 */
export async function announce(tx: Tx, ...topics: string[]): Promise<void> {
  // Always in the same order, so that two acts with the same topics cannot wait for each other.
  for (const topic of new Set(topics.toSorted())) {
    await sql`with raised as (
        insert into live_revision as live (topic, revision) values (${topic}, 1)
        on conflict (topic) do update set revision = live.revision + 1
        returning topic, revision)
      select pg_notify('live', revision || ' ' || topic) from raised`.execute(tx)
  }
}

/** The present revision of each topic, '0' for one never announced. A page puts it into the address it follows. */
export async function revisions(db: Db, topics: string[]): Promise<Map<string, string>> {
  const found = new Map(topics.map((topic) => [topic, '0']))
  if (topics.length === 0) return found
  const rows = await db.selectFrom('live_revision').selectAll().where('topic', 'in', topics).execute()
  for (const { topic, revision } of rows) found.set(topic, revision)
  return found
}

/** As `revisions`, of one topic. */
export async function revisionOf(db: Db, topic: string): Promise<string> {
  return (await revisions(db, [topic])).get(topic) ?? '0'
}
