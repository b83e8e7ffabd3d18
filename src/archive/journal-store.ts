/** SQL of the journal of single things. */
import type { Db } from '#src/platform/database/tables.ts'
import '#src/platform/record.ts'

/** What was done about these, in order. */
export async function journalAbout(db: Db, ids: string[]) {
  return db
    .selectFrom('journal')
    .select(['at', 'actor_kind', 'actor_name', 'subject_kind', 'act', 'detail'])
    .where('subject_id', 'in', ids)
    .where('subject_kind', 'in', ['agreement', 'entry', 'partner'])
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export type Done = Awaited<ReturnType<typeof journalAbout>>[number]
