/** A moderator does something on stage: the act that moves the ceremony on, on both nodes. */
import { findPlan, type Plan } from '#src/ceremonies/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { supersede } from '#src/platform/outbox/index.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { ModeratorsStage } from './access.ts'
import { drawConsequences } from './consequences.ts'
import { play } from './play.ts'
import { readSigning } from './read-signing.ts'
import { decksOf } from './slides-store.ts'
import { isAbout, type Move, refuse, type StageAct, type StageState } from './stage.ts'
import { stageMessage, streamOf } from './stage-message.ts'
import { lockStage, saveStage, stageTopic } from './store.ts'

/** What was pressed, and the state whoever pressed it had before them. */
export interface Press {
  act: StageAct
  /** For `go` and `show_slides`; the item on stage where it is left out. */
  item?: string
  /** For `turn_slide`. */
  page?: number
  seen: { term: number; rev: number }
  at: Temporal.Instant
}

/** @throws Refusal `stage_moved_on` where the stage is no longer as it was seen: nothing is done twice, or to another item */
export async function playStage(db: Db, { moderator, plan: seen, us }: ModeratorsStage, press: Press): Promise<void> {
  const { at } = press
  await db.transaction().execute(async (tx) => {
    const before = await lockStage(tx, seen, at)
    if (!isAbout(before, press.seen)) refuse('stage_moved_on')
    const plan = (await findPlan(tx, seen.id))!
    const signing = await readSigning(tx, plan)
    const after = play(before, await moveOf(tx, plan, before, press), {
      us: us.ror,
      at,
      items: plan.items,
      agreement: signing !== null,
      concluded: signing?.concluded ?? false,
    })
    await saveStage(tx, after, at)
    await drawConsequences(tx, plan, { before, after, at })
    await supersede(tx, streamOf(plan, 'state'), at)
    const byName = moderator.account.name.latin
    const then = [stageMessage(plan, 'state', { state: after, byName })]
    const about = { kind: 'stage', id: plan.id }
    const detail = { item: after.item, rev: after.rev, term: after.term }
    await record(tx, { at, by: actorOf(moderator), about, act: `stage.${press.act}`, detail, then })
    await announce(tx, stageTopic(plan.id))
  })
}

async function moveOf(tx: Tx, plan: Plan, state: StageState, press: Press): Promise<Move> {
  const { act, item = state.item ?? '', page } = press
  if (act === 'go') return { act, item }
  if (act === 'turn_slide') return { act, page: page ?? refuse('stage_malformed', {}, 422) }
  if (act !== 'show_slides') return { act }
  const deck = (await decksOf(tx, plan.rehearsalOf ?? plan.id)).find((one) => one.item === item)
  if (!deck) return refuse('stage_no_slides')
  if (!deck.pages) return refuse('stage_slides_not_drawn')
  return { act, file: deck.file, pages: deck.pages.length }
}
