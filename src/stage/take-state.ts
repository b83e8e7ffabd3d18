/** The partner's node tells its state of the stage: the later of the two stands, whichever way it came. */
import type { Plan } from '#src/ceremonies/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { record } from '#src/platform/record.ts'
import { actorAt } from './actor-at.ts'
import { drawConsequences } from './consequences.ts'
import { compareStates, refuse, type StageState } from './stage.ts'
import { lockStage, saveStage, stageTopic } from './store.ts'

export interface Told {
  state: StageState
  /** Who moderates there; empty where the node says it by itself. */
  byName: string
  at: Temporal.Instant
}

/** @returns the state that stands on this node now */
export async function takeState(tx: Tx, plan: Plan, { state, byName, at }: Told): Promise<StageState> {
  if (state.ceremony !== plan.id || !plan.parties.includes(state.leader)) return refuse('stage_malformed', {}, 422)
  const before = await lockStage(tx, plan, at)
  if (compareStates(state, before) <= 0) return before
  await saveStage(tx, state, at)
  await drawConsequences(tx, plan, { before, after: state, at })
  if (state.leader !== before.leader) {
    const by = actorAt(plan, state.leader, byName)
    const detail = { term: state.term, leader: state.leader }
    await record(tx, { at, by, about: { kind: 'stage', id: plan.id }, act: 'stage.leader_changed', detail })
  }
  await announce(tx, stageTopic(plan.id))
  return state
}
