/** SQL of agreements that follow one another. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { type Chain, chainOf, type Link } from './chain.ts'
import type { Follows } from './text.ts'
import './tables.ts'

export async function saveFollows(tx: Tx, id: string, { agreement, how }: Follows): Promise<void> {
  await tx.updateTable('agreement').set({ follows: agreement, follows_how: how }).where('id', '=', id).execute()
}

/** What the agreement follows. */
export async function followsOf(db: Db, id: string): Promise<Pick<Follows, 'agreement' | 'how'> | undefined> {
  const row = await db
    .selectFrom('agreement')
    .select(['follows', 'follows_how'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.follows ? { agreement: row.follows, how: row.follows_how! } : undefined
}

/** What follows the agreement, in whatever state. */
export async function successorsOf(db: Db, id: string): Promise<Pick<Link, 'id' | 'state' | 'how'>[]> {
  return db
    .selectFrom('agreement')
    .select(['id', 'state', 'follows_how as how'])
    .where('follows', '=', id)
    .orderBy('created_at')
    .execute()
}

/** Everything reached from the agreement by following, both ways, put together. */
export async function readChain(db: Db, id: string): Promise<Chain> {
  const { rows } = await sql<Link & { concluded: string | null }>`
    with recursive up as (
      select id, follows from agreement where id = ${id}
      union select a.id, a.follows from agreement a join up on a.id = up.follows
    ), linked as (
      select id from up
      union select a.id from agreement a join linked on a.follows = linked.id
    )
    select a.id, a.follows, a.follows_how as how, a.state, coalesce(a.draft->'title', v.text->'title') as title,
      a.concluded_at as "concludedAt"
    from agreement a join linked using (id)
    left join agreement_version v on v.agreement = a.id and v.number = a.version
    order by a.created_at, a.id`.execute(db)
  return chainOf(rows, id)
}
