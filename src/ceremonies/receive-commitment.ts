/** What the partner’s node says of commitments: something was promised, and what became of it. */
import type { z } from 'zod'
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import { refuse } from './ceremony.ts'
import { answersFor, type Followed } from './commitment.ts'
import type { commitmentShape, standingShape } from './commitment-shapes.ts'
import { lockCommitment, saveFollowed } from './commitment-store.ts'
import { holdReceived, partnerActor } from './hold-received.ts'
import { markCommitment } from './live-steps.ts'
import type { Party } from './plan.ts'

/** Marked on the other node. The same mark again, whoever sends it, is one commitment. */
export async function receiveCommitment(tx: Tx, m: Received, body: z.output<typeof commitmentShape>): Promise<void> {
  await holdReceived(tx, m)
  if (await lockCommitment(tx, body.id)) return
  const { markedBy, byParty, ...said } = body
  if (byParty !== null && byParty !== m.from && byParty !== (await ourInstitution(tx)).ror)
    refuse('not_the_partner', {}, 403)
  await markCommitment(tx, m.about, { ...said, byParty, actor: partnerActor(m.from, markedBy) })
}

/** Only the university that promised says what became of it; a standing that arrives late is ignored. */
export async function receiveStanding(tx: Tx, m: Received, body: z.output<typeof standingShape>): Promise<void> {
  const ceremony = await holdReceived(tx, m)
  const before = await lockCommitment(tx, body.id)
  if (before?.commitment.ceremony !== m.about) throw new NotYet('commitment_missing')
  if (answersFor(before.commitment, ceremony) !== m.from) refuse('not_the_partner', {}, 403)
  if (body.version <= before.version) return
  const { words, state, steps } = body
  await saveFollowed(tx, followedAsSaid(before, body, m.from))
  await record(tx, {
    at: m.at,
    by: partnerActor(m.from, steps.at(-1)?.byName ?? ''),
    about: { kind: 'ceremony', id: m.about },
    act: 'ceremony.commitment_moved',
    detail: { state, en: words.en, zh: words.zh },
  })
}

/** @param byParty whose node said it */
export function followedAsSaid(before: Followed, body: z.output<typeof standingShape>, byParty: Party): Followed {
  const { words, to, state, version } = body
  const steps = body.steps.map((step) => ({ ...step, byParty }))
  const due = body.due === null ? null : Temporal.PlainDate.from(body.due)
  return { commitment: { ...before.commitment, words, to }, state, due, version, steps }
}
