/** SQL of webmentions of our stories. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'
import type { MentionTable } from './tables.ts'

export type StoryMention = MentionTable

/** Mentions of some stories, the first received first. */
export async function mentionsOf(db: Db, stories: string[]): Promise<StoryMention[]> {
  if (stories.length === 0) return []
  return db.selectFrom('story_mention').selectAll().where('story', 'in', stories).orderBy('received_at').execute()
}

/** Mentions an editor has to decide about. */
export async function waitingMentions(db: Db): Promise<StoryMention[]> {
  return db.selectFrom('story_mention').selectAll().where('state', '=', 'waiting').orderBy('received_at').execute()
}

export async function lockMention(tx: Tx, id: string): Promise<StoryMention | undefined> {
  return tx.selectFrom('story_mention').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Keeps a mention once; told of again, it is looked at again under its old decision. @returns its id */
export async function enterMention(
  tx: Tx,
  m: Pick<StoryMention, 'id' | 'source' | 'target' | 'story' | 'language' | 'received_at'>,
): Promise<string> {
  const row = await tx
    .insertInto('story_mention')
    .values({ ...m, state: 'received', title: '', partner: null, problem: '', checked_at: null, decided_by: null })
    .onConflict((c) => c.columns(['source', 'target']).doUpdateSet({ story: m.story }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function saveMention(tx: Tx, { id, ...rest }: StoryMention): Promise<void> {
  await tx.updateTable('story_mention').set(rest).where('id', '=', id).execute()
}

export async function findMentionById(db: Db, id: string): Promise<StoryMention | undefined> {
  return db.selectFrom('story_mention').selectAll().where('id', '=', id).executeTakeFirst()
}
