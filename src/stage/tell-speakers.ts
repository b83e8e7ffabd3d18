/** The moderator tells the speakers of both sides something; no audience sees it. */
import type { Db } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { ModeratorsStage } from './access.ts'
import { insertNote, type Line, noteNow } from './said-store.ts'
import { checked, lineTime, type Said, wireLine } from './send-caption.ts'
import { stageMessage } from './stage-message.ts'
import { stageTopic } from './store.ts'

/** A note to all speakers of both sides; an empty one takes it away. */
export async function tellSpeakers(db: Db, { moderator, plan, us }: ModeratorsStage, said: Said): Promise<void> {
  const { id, text } = checked(said)
  await db.transaction().execute(async (tx) => {
    const at = lineTime(said.at, await noteNow(tx, plan.id))
    const note: Line = { id, text, at, party: us.ror, byName: moderator.account.name.latin }
    if (!(await insertNote(tx, plan.id, note))) return
    const then = [stageMessage(plan, 'note', wireLine(note))]
    const about = { kind: 'stage', id: plan.id }
    await record(tx, { at: said.at, by: actorOf(moderator), about, act: 'stage.noted', detail: { text }, then })
    await announce(tx, stageTopic(plan.id))
  })
}
