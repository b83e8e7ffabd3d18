/** SQL of approvals: who said yes to which content. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'

export interface StoryApproval {
  side: 'ours' | 'theirs'
  hash: string
  account: string | null
  byName: string
  at: Temporal.Instant
}

/** Approvals that stand, whatever content they are of. */
export async function approvalsOf(db: Db, story: string): Promise<StoryApproval[]> {
  const rows = await db
    .selectFrom('story_approval')
    .select(['side', 'content_hash', 'account', 'by_name', 'at'])
    .where('story', '=', story)
    .where('cleared_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ content_hash: hash, by_name: byName, ...rest }) => ({ ...rest, hash, byName }))
}

/** Saves an approval once; the same again is left alone. */
export async function saveApproval(tx: Tx, story: string, a: StoryApproval): Promise<void> {
  await tx
    .insertInto('story_approval')
    .values({
      story,
      side: a.side,
      content_hash: a.hash,
      account: a.account,
      by_name: a.byName,
      at: a.at,
      cleared_at: null,
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Ends every approval that stands. @returns how many there were */
export async function clearApprovals(tx: Tx, story: string, at: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('story_approval')
    .set({ cleared_at: at })
    .where('story', '=', story)
    .where('cleared_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
