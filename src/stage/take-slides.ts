/** Slides for an item, as they crossed. They are drawn afterwards: a message is not kept waiting for that. */
import type { z } from 'zod'
import type { Party, Plan } from '#src/ceremonies/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { record } from '#src/platform/record.ts'
import { actorAt } from './actor-at.ts'
import { isPdf } from './slides.ts'
import { saveDeck } from './slides-store.ts'
import { refuse } from './stage.ts'
import type { slidesShape } from './wire.ts'

/** @param party whose node gave them @returns whether they are the item's slides now */
export async function takeSlides(
  tx: Tx,
  plan: Plan,
  body: z.infer<typeof slidesShape>,
  party: Party,
): Promise<boolean> {
  const pdf = Buffer.from(body.pdf, 'base64')
  if (!isPdf(pdf)) refuse('stage_slides_not_pdf', {}, 422)
  const { item, name } = body
  const at = Temporal.Instant.from(body.at)
  const file = await putFile(tx, pdf, 'application/pdf')
  const saved = await saveDeck(tx, { ceremony: plan.id, item, file, name, party, at, pages: null })
  if (!saved) return false
  const about = { kind: 'stage', id: plan.id }
  await record(tx, { at, by: actorAt(plan, party), about, act: 'stage.slides_given', detail: { item, name } })
  return true
}
