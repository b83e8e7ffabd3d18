/** The partner's node sends slides for an item. They are drawn afterwards: a message is not kept waiting for that. */
import type { z } from 'zod'
import type { Plan } from '#src/ceremonies/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { record } from '#src/platform/record.ts'
import { isPdf } from './slides.ts'
import { saveDeck } from './slides-store.ts'
import { refuse } from './stage.ts'
import type { slidesShape } from './wire.ts'

export async function receiveSlides(tx: Tx, plan: Plan, body: z.infer<typeof slidesShape>): Promise<void> {
  const pdf = Buffer.from(body.pdf, 'base64')
  if (!isPdf(pdf)) refuse('stage_slides_not_pdf', {}, 422)
  const { item, name } = body
  const at = Temporal.Instant.from(body.at)
  const file = await putFile(tx, pdf, 'application/pdf')
  const saved = await saveDeck(tx, { ceremony: plan.id, item, file, name, party: plan.partner, at, pages: null })
  if (!saved) return
  const by = { kind: 'partner' as const, institution: plan.partner, name: '' }
  const about = { kind: 'stage', id: plan.id }
  await record(tx, { at, by, about, act: 'stage.slides_given', detail: { item, name } })
}
