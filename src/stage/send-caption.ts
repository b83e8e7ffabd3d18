/** An interpreter's line for everyone who watches. */

import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { announce } from '#src/platform/live/index.ts'
import { queue } from '#src/platform/record.ts'
import type { CaptionersStage } from './access.ts'
import { insertCaption, type Line, latestCaptions, type Tongue } from './said-store.ts'
import { refuse } from './stage.ts'
import { stageMessage } from './stage-message.ts'
import { stageTopic } from './store.ts'

export interface Said {
  /** Made by the page it was typed on, so that a repeat is known as one. */
  id: string
  text: string
  at: Temporal.Instant
}

const longest = 300

/** The line as it is kept. @throws Refusal `stage_text_too_long`, `stage_malformed` */
export function checked({ id, text }: Said): { id: string; text: string } {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length > longest) refuse('stage_text_too_long', { longest }, 422)
  if (!isId(id)) refuse('stage_malformed', {}, 422)
  return { id, text: line }
}

/** Never before what is there already, whichever node's clock is ahead: the line said last is the line shown. */
export const lineTime = (at: Temporal.Instant, last: Line | undefined): Temporal.Instant =>
  last && Temporal.Instant.compare(last.at, at) >= 0 ? last.at.add({ microseconds: 1 }) : at

/** A line of captions in one language; an empty one takes the last away. Kept: the minutes are made from them. */
export async function sendCaption(
  db: Db,
  { captioner, plan, us }: CaptionersStage,
  said: Said & { language: Tongue },
): Promise<void> {
  const { language } = said
  const { id, text } = checked(said)
  await db.transaction().execute(async (tx) => {
    const at = lineTime(said.at, (await latestCaptions(tx, plan.id, language, 1))[0])
    const line: Line = { id, text, at, party: us.ror, byName: captioner.account.name.latin }
    if (!(await insertCaption(tx, plan.id, language, line))) return
    // Not in the journal: the lines themselves say who wrote what when, and there are hundreds.
    await queue(tx, said.at, [stageMessage(plan, 'caption', { ...wireLine(line), language })])
    await announce(tx, stageTopic(plan.id))
  })
}

/** A line as it crosses to the other node. */
export const wireLine = ({ id, text, byName, at }: Line) => ({ id, text, byName, at: at.toString() })
