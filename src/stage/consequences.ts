/** What a new state of the stage means for the plan: the ceremony is live, or it was held. Both nodes draw the same conclusions. */
import { noteHeld, noteLive, type Plan } from '#src/ceremonies/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { playedItems } from './play.ts'
import type { StageState } from './stage.ts'
import { contactOf, saveContact } from './store.ts'

export async function drawConsequences(
  tx: Tx,
  plan: Plan,
  { before, after, at }: { before: StageState; after: StageState; at: Temporal.Instant },
): Promise<void> {
  if (before.phase === 'closed' && after.phase !== 'closed') {
    // The clock of the other node's silence starts when there is something to hear.
    await saveContact(tx, plan.id, { heard_at: at, silent_since: null })
  }
  if (after.phase === 'live' && before.phase !== 'live' && before.phase !== 'paused') await noteLive(tx, plan.id, at)
  if (after.phase === 'ended') await noteOver(tx, plan, after, at)
}

async function noteOver(tx: Tx, { id }: Plan, state: StageState, at: Temporal.Instant): Promise<void> {
  const last = state.actual.at(-1)?.endedAt
  const endedAt = last ? Temporal.Instant.from(last) : at
  const first = state.actual[0]?.startedAt
  const startedAt = first ? Temporal.Instant.from(first) : endedAt
  const { most_watching: audience } = await contactOf(tx, id)
  await noteHeld(tx, id, { startedAt, endedAt, items: playedItems(state, endedAt), audience, at })
}
