/** The other university's officer agrees to exactly what was proposed, or asks for a change. */
import type { Db } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import type { OfficersCeremony } from './access.ts'
import { keep } from './keep-minutes.ts'
import { requireMinute } from './minutes-access.ts'
import { moveMinutes, refuse } from './minutes-lifecycle.ts'
import { findMinutes } from './minutes-store.ts'
import { lockCeremony } from './store.ts'

export interface MinutesAnswer {
  act: 'agree' | 'ask'
  hash: string
  /** What is to be changed. */
  text: string
  at: Temporal.Instant
}

/** The other university's answer to exactly the text it saw. @throws Refusal `minutes_other_text`, `minutes_reason_missing` */
export async function answerMinutes(
  db: Db,
  held: OfficersCeremony,
  { act, hash, text, at }: MinutesAnswer,
): Promise<void> {
  if (act === 'ask' && !text) refuse('minutes_reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, held.plan.id)
    const before = (await findMinutes(tx, held.plan.id)) ?? refuse('minutes_too_early')
    requireMinute(held, act, before)
    if (before.hash !== hash) refuse('minutes_other_text')
    const byName = held.officer.account.name.latin
    const ours = act === 'agree' ? { at, byName } : null
    const asked = act === 'ask' ? { text: text.slice(0, 4000), byName, at } : null
    const after = { ...before, state: moveMinutes(before.state, act), ours, asked }
    const body = { hash, agreed: act === 'agree', text: asked?.text ?? '', byName, at: at.toString() }
    const then = [message(held.plan.partner, 'ceremony.minutes_answer', held.plan.id, body)]
    await keep(tx, held, after, {
      act: act === 'agree' ? 'ceremony.minutes_agreed' : 'ceremony.minutes_asked',
      at,
      then,
    })
  })
}
