/** SQL behind a ceremony's page: what happened, and what still waits to reach the partner. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Plan } from './plan.ts'
import './tables.ts'

/** What happened to the ceremony, latest first. */
export async function historyOf(db: Db, ceremony: string) {
  return db
    .selectFrom('journal')
    .select(['at', 'act', 'actor_kind', 'actor_id', 'actor_name', 'detail'])
    .where('subject_kind', '=', 'ceremony')
    .where('subject_id', '=', ceremony)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** Whether the journal holds the partner's refusal of a message sent at that instant. */
export async function refusalNoted(db: Db, ceremony: string, at: Temporal.Instant): Promise<boolean> {
  const row = await db
    .selectFrom('journal')
    .select('id')
    .where('subject_kind', '=', 'ceremony')
    .where('subject_id', '=', ceremony)
    .where('act', '=', 'ceremony.refused_by_partner')
    .where('at', '=', at)
    .executeTakeFirst()
  return row !== undefined
}

/** How many messages about the ceremony have not reached the partner's node, and since when. */
export async function waitingFor(db: Db, { id, partner }: Pick<Plan, 'id' | 'partner'>) {
  const row = await db
    .selectFrom('outbox')
    .select((e) => [e.fn.count<string>('id').as('count'), e.fn.min('created_at').as('since')])
    .where('topic', '=', 'message')
    .where('stream', '=', `message:${partner}:${id}`)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), since: row.since as Temporal.Instant | null }
}
