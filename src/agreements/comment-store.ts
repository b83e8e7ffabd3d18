/** SQL of comments on clauses and versions. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Side } from './agreement.ts'
import './tables.ts'

export interface Comment {
  id: string
  agreement: string
  version: number
  clause: string | null
  side: Side
  byName: string
  body: string
  internal: boolean
  at: Temporal.Instant
}

/** Saves a comment once; one already there under its id is left alone. */
export async function insertComment(tx: Tx, { byName, ...rest }: Comment): Promise<void> {
  await tx
    .insertInto('agreement_comment')
    .values({ ...rest, by_name: byName })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function comments(db: Db, agreement: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom('agreement_comment')
    .selectAll()
    .where('agreement', '=', agreement)
    .orderBy('at')
    .execute()
  return rows.map(({ by_name: byName, ...rest }) => ({ ...rest, byName }))
}
