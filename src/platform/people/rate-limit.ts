/** Counts how often something is done within a window of time. */
import { sql } from 'kysely'
import type { Tx } from '#src/platform/database/tables.ts'
import { refuse } from './refusals.ts'
import './tables.ts'

export interface Limit {
  /** What is counted. Personal data enters hashed. */
  key: string
  times: number
  minutes: number
  now: Temporal.Instant
}

/** Counts one more. The window starts with the first; a refused try is not counted. @throws Refusal too_many_requests */
export async function countTowards(tx: Tx, { key, times, minutes, now }: Limit): Promise<void> {
  const ends = now.add({ minutes })
  const over = sql<boolean>`rate_limit.ends_at <= ${now}`
  const counted = await tx
    .insertInto('rate_limit')
    .values({ key, count: 1, ends_at: ends })
    .onConflict((oc) =>
      oc
        .column('key')
        .doUpdateSet({
          count: sql`case when ${over} then 1 else rate_limit.count + 1 end`,
          ends_at: sql`case when ${over} then ${ends} else rate_limit.ends_at end`,
        })
        .where(({ or, eb }) => or([over, eb('rate_limit.count', '<', times)])),
    )
    .returning('count')
    .executeTakeFirst()
  if (!counted) refuse('too_many_requests', { times, minutes }, 429)
}
