/** The moderator marks what somebody promises in a speech, so that it is kept among the commitments of both sides. */

import { markCommitment, otherParty } from '#src/ceremonies/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { ModeratorsStage } from './access.ts'
import { refuse } from './stage.ts'
import { stageOf } from './store.ts'

export interface PromiseMade {
  /** Made by the page it was typed on: the same sent twice is one. */
  id: string
  words: { en: string; zh: string }
  /** Who promised, by name; the speaker on stage where it is left out. */
  by: string
  side: 'ours' | 'theirs' | 'neither'
  at: Temporal.Instant
}

const longest = 1_000

/** @throws Refusal `stage_promise_empty` without words or without a name, `stage_text_too_long` */
export async function markPromise(db: Db, { moderator, plan, us, partner }: ModeratorsStage, made: PromiseMade) {
  const { id, at, side } = made
  const words = { en: made.words.en.trim(), zh: made.words.zh.trim() }
  const by = made.by.trim()
  if (!isId(id)) refuse('stage_malformed', {}, 422)
  if (!by || !(words.en || words.zh)) refuse('stage_promise_empty', {}, 422)
  if (Math.max(words.en.length, words.zh.length, by.length) > longest) refuse('stage_text_too_long', { longest }, 422)
  const byParty = side === 'neither' ? null : side === 'ours' ? us.ror : partner.ror
  const to = byParty && otherParty(plan, byParty) === us.ror ? us : byParty ? partner : us
  await db.transaction().execute(async (tx) => {
    const { item } = await stageOf(tx, plan)
    await markCommitment(tx, plan.id, { id, item, words, byParty, by, to: to.name.en, at, actor: actorOf(moderator) })
  })
}
