/** As `say-again.ts`: our own messages from after a ceremony, given back by the partner's node. */
import type { z } from 'zod'
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { NotYet, type Sent } from '#src/platform/messages.ts'
import type { commitmentShape, standingShape } from './commitment-shapes.ts'
import { lockCommitment, saveFollowed } from './commitment-store.ts'
import { insertCommitment } from './marked-commitment-store.ts'
import { moveMinutes } from './minutes-lifecycle.ts'
import type { minutesAnswerShape, minutesShape } from './minutes-shapes.ts'
import { findMinutes, saveMinutes } from './minutes-store.ts'
import { followedAsSaid } from './receive-commitment.ts'
import { isNewer } from './receive-minutes.ts'
import { holdOurs, noteTakenBack } from './say-again.ts'

type Body<Shape extends z.ZodType> = z.output<Shape>

export async function sayCommitmentAgain(tx: Tx, sent: Sent, said: Body<typeof commitmentShape>): Promise<void> {
  const { id: ceremony } = await holdOurs(tx, sent)
  if (await lockCommitment(tx, said.id)) return
  await insertCommitment(tx, { ...said, ceremony })
  await noteTakenBack(tx, sent)
}

export async function sayStandingAgain(tx: Tx, sent: Sent, body: Body<typeof standingShape>): Promise<void> {
  await holdOurs(tx, sent)
  const before = await lockCommitment(tx, body.id)
  if (!before) throw new NotYet('commitment_missing')
  if (body.version <= before.version) return
  await saveFollowed(tx, followedAsSaid(before, body, (await ourInstitution(tx)).ror))
  await noteTakenBack(tx, sent)
}

export async function sayMinutesAgain(tx: Tx, sent: Sent, body: Body<typeof minutesShape>): Promise<void> {
  const { id } = await holdOurs(tx, sent)
  const before = await findMinutes(tx, id)
  if (!isNewer(body, before)) return
  const { minutes, hash, version, state, agreed } = body
  const asked = state === 'draft' ? (before?.asked ?? null) : null
  await saveMinutes(tx, id, { state, version, minutes, hash, ours: agreed, theirs: null, asked })
  await noteTakenBack(tx, sent)
}

export async function sayMinutesAnswerAgain(
  tx: Tx,
  sent: Sent,
  { hash, agreed, text, byName, at }: Body<typeof minutesAnswerShape>,
): Promise<void> {
  const { id } = await holdOurs(tx, sent)
  const before = await findMinutes(tx, id)
  if (!before) throw new NotYet('minutes_missing')
  if (before.hash !== hash || before.state !== 'proposed') return
  const said = agreed
    ? { state: moveMinutes(before.state, 'agree'), ours: { at, byName }, asked: null }
    : { asked: { text, byName, at } }
  await saveMinutes(tx, id, { ...before, ...said })
  await noteTakenBack(tx, sent)
}
