/** An editor decides whether a mention is shown under the story. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { lockMention, saveMention } from './mention-store.ts'

export async function decideMention(
  db: Db,
  editor: Visitor,
  { id, decision, at }: { id: string; decision: 'approved' | 'rejected'; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = await lockMention(tx, id)
    if (!before) throw new Refusal('not_found', {}, 404)
    // What is gone, or was never looked at, cannot be shown.
    if (before.state === decision || before.state === 'gone' || before.state === 'received') return
    await saveMention(tx, { ...before, state: decision, decided_by: editor.account.name.latin })
    const about = { kind: 'story', id: before.story }
    const detail = { source: before.source }
    await record(tx, { at, by: actorOf(editor), about, act: `story.mention_${decision}`, detail })
  })
}
