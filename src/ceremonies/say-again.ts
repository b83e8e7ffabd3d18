/**
 * Our database was set back to before some of our own messages about a plan; the partner's node has given them back, each with our own
 * signature. What each says stands here again. What is newer here stays.
 */
import type { z } from 'zod'
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { NotYet, type Sent } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { allows, move, refuse } from './ceremony.ts'
import { settle } from './change-sheet.ts'
import { changedInFrame, changedInSheet } from './changed-parts.ts'
import { enterCeremony } from './enter-ceremony.ts'
import { stateAfter } from './receive-frame.ts'
import { insertRehearsal } from './rehearse.ts'
import { findSheet, saveSheet } from './sheet-store.ts'
import { type Ceremony, lockCeremony, saveCeremony } from './store.ts'
import type { frameShape, rehearsalEndedShape, rehearsalShape, sheetShape } from './wire.ts'

type Body<Shape extends z.ZodType> = z.output<Shape>

export async function noteTakenBack(tx: Tx, { about: id, at }: Sent): Promise<void> {
  await record(tx, { at, by: { kind: 'node' }, about: { kind: 'ceremony', id }, act: 'ceremony.taken_back' })
}

/** @throws NotYet where what it is about has to come back first */
export async function holdOurs(tx: Tx, { about }: Sent): Promise<Ceremony> {
  const ceremony = await lockCeremony(tx, about)
  if (!ceremony) throw new NotYet('ceremony_missing')
  return ceremony
}

/** Something else was written here under the same number: people have to look. */
const otherwise = (): never => {
  throw new Refusal('answered_otherwise', {})
}

export async function sayFrameAgain(
  tx: Tx,
  sent: Sent,
  { byName: _, at: saidAt, ...frame }: Body<typeof frameShape>,
): Promise<void> {
  const before = await lockCeremony(tx, sent.about)
  if (!before) {
    const { ror: convenor } = await ourInstitution(tx)
    const home = { id: sent.about, partner: sent.to, convenor, rehearsalOf: null, sharedAt: saidAt }
    await enterCeremony(tx, { ...home, state: stateAfter('planning', frame), frame }, { version: 0, at: saidAt })
    return noteTakenBack(tx, sent)
  }
  if (before.partner !== sent.to || before.convenor === sent.to) refuse('not_the_partner', {}, 403)
  const { version } = before.frame
  if (frame.version === version && changedInFrame(before.frame, frame).length > 0) otherwise()
  const newer = frame.version > version
  if (!newer && before.sharedAt) return
  const said = newer ? { frame, state: stateAfter(before.state, frame) } : {}
  await saveCeremony(tx, { ...before, ...said, sharedAt: before.sharedAt ?? saidAt })
  await noteTakenBack(tx, sent)
  await settle(tx, sent.about, sent.at)
}

export async function saySheetAgain(
  tx: Tx,
  sent: Sent,
  { byName: _, at: __, ...state }: Body<typeof sheetShape>,
): Promise<void> {
  const { id } = await holdOurs(tx, sent)
  const before = await findSheet(tx, id, 'ours')
  if (state.version === before.version && changedInSheet(before.sheet, state.sheet).length > 0) otherwise()
  if (state.version <= before.version) return
  await saveSheet(tx, id, 'ours', state)
  await noteTakenBack(tx, sent)
  await settle(tx, id, sent.at)
}

export async function sayRehearsalAgain(
  tx: Tx,
  sent: Sent,
  { rehearsal: id, byName: _, at: __, ...frame }: Body<typeof rehearsalShape>,
): Promise<void> {
  const original = await holdOurs(tx, sent)
  if (await insertRehearsal(tx, original, { id, frame, at: frame.startsAt })) await noteTakenBack(tx, sent)
}

export async function sayRehearsalEndAgain(tx: Tx, sent: Sent, _: Body<typeof rehearsalEndedShape>): Promise<void> {
  const rehearsal = await holdOurs(tx, sent)
  if (!allows(rehearsal, 'end_rehearsal')) return
  await saveCeremony(tx, { ...rehearsal, state: move(rehearsal, 'end_rehearsal') })
  await noteTakenBack(tx, sent)
}
