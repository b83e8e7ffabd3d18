/** Events this area hears: everything that must stand in the log for good. */
import { z } from 'zod'
import { findAgreement } from '#src/agreements/index.ts'
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { evidenceEvents } from '#src/platform/evidence.ts'
import { foreignJson } from '#src/platform/foreign-json.ts'
import type { ClearEvent } from '#src/platform/log-entry.ts'
import { queueOnce } from '#src/platform/outbox/index.ts'
import type { Json } from '#src/platform/record.ts'
import { type Appending, appendEvent } from './append.ts'
import { introduce } from './introduce.ts'
import { tellEvents } from './tell-events.ts'
import { stampWork } from './work.ts'

const evidenceShape = z.object({
  event: z.enum(evidenceEvents),
  about: z.object({ kind: z.enum(['agreement', 'node']), id: z.string() }),
  at: z.string(),
  facts: z.record(z.string(), foreignJson),
})
type Heard = z.infer<typeof evidenceShape>

/**
 * Appends what happened to our log. A new partner is told our keys; when an agreement is concluded its partner is asked to
 * time-stamp the head that holds it, and told what our entries about it say.
 */
export async function hearEvidence(tx: Tx, appending: Appending, news: Json): Promise<void> {
  const heard = evidenceShape.safeParse(news)
  if (!heard.success) return
  const { event, about } = heard.data
  await appendEvent(tx, appending, await clearEvent(tx, heard.data))
  if (event === 'pairing.confirmed') await introduce(tx, appending.house, about.id, appending.at)
  if (event !== 'agreement.concluded') return
  const agreement = await findAgreement(tx, about.id)
  if (!agreement) return
  await tellEvents(tx, agreement, appending.at)
  await queueOnce(tx, appending.at, stampWork(agreement.partner))
}

/** "Ours" and "theirs" mean the opposite on the other node: in the log stands which institution it was. */
async function clearEvent(tx: Tx, { event, about, at, facts }: Heard): Promise<ClearEvent> {
  const { side, ...rest } = facts
  // As the database keeps it: what is hashed must be what is read again.
  const kept = Temporal.Instant.from(at).round({ smallestUnit: 'microsecond', roundingMode: 'floor' })
  const logged = { event, about, at: kept }
  if (side !== 'ours' && side !== 'theirs') return { ...logged, facts }
  const partner = about.kind === 'agreement' ? (await findAgreement(tx, about.id))?.partner : about.id
  const institution = side === 'ours' ? (await ourInstitution(tx)).ror : (partner ?? '')
  return { ...logged, facts: { ...rest, institution } }
}
