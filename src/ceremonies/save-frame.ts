/** The convenor's officers change what belongs to both: title, date, running order, meeting. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { OfficersCeremony } from './access.ts'
import { type CeremonyAct, move, refuse } from './ceremony.ts'
import { changedInFrame } from './changed-parts.ts'
import type { Frame } from './frame.ts'
import { frameFaults } from './frame-shapes.ts'
import { frameMessage } from './part-messages.ts'
import { findSheet } from './sheet-store.ts'
import { type Ceremony, lockCeremony, saveCeremony } from './store.ts'

export interface FrameInput extends Pick<Frame, 'title' | 'startsAt' | 'items' | 'open' | 'meeting'> {
  /** The version the officer began from. */
  version: number
  at: Temporal.Instant
}

/**
 * Saves the frame as its next version and sends it. What was confirmed before no longer stands; a postponed ceremony is planned again.
 * @throws Refusal `plan_changed_meanwhile` where a colleague saved in between, `plan_malformed` naming what does not fit
 */
export async function saveFrame(db: Db, { officer, plan }: OfficersCeremony, input: FrameInput): Promise<void> {
  const { version, at, ...changed } = input
  await db.transaction().execute(async (tx) => {
    const before = (await lockCeremony(tx, plan.id))!
    const state = move(before, 'edit_frame')
    if (before.frame.version !== version) refuse('plan_changed_meanwhile')
    const frame: Frame = { ...before.frame, ...changed, standing: 'planned', reason: '' }
    checkFrame(frame, [plan.parties[0], plan.parties[1]])
    const parts = changedInFrame(before.frame, frame)
    if (parts.length === 0) return
    const after = { ...before, state, frame: { ...frame, version: version + 1 } }
    await saveFrameOf(tx, after, { by: officer, at, act: 'ceremony.frame_changed', detail: { parts } })
  })
}

/** Postpones or cancels, with a reason the partner reads. @throws Refusal `reason_missing` */
export async function callOff(
  db: Db,
  { officer, plan }: OfficersCeremony,
  { act, reason, at }: { act: 'postpone' | 'cancel'; reason: string; at: Temporal.Instant },
): Promise<void> {
  if (!reason) refuse('reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = (await lockCeremony(tx, plan.id))!
    const state = move(before, act satisfies CeremonyAct)
    const standing = act === 'postpone' ? 'postponed' : 'cancelled'
    const frame: Frame = { ...before.frame, version: before.frame.version + 1, standing, reason }
    const journal = { by: officer, at, act: `ceremony.${standing}`, detail: { reason } }
    await saveFrameOf(tx, { ...before, state, frame }, journal)
  })
}

async function saveFrameOf(
  tx: Tx,
  after: Ceremony,
  said: { by: Visitor; at: Temporal.Instant; act: string; detail: Record<string, Json> },
): Promise<void> {
  const { at, act } = said
  const by = actorOf(said.by)
  const cleared = await confirmedBefore(tx, after)
  await saveCeremony(tx, after)
  const then = after.sharedAt ? [frameMessage(after, at, by)] : []
  const detail = { ...said.detail, cleared }
  await record(tx, { at, by, about: { kind: 'ceremony', id: after.id }, act, detail, then })
}

/** Whether somebody had confirmed the version just left behind. */
export async function confirmedBefore(tx: Tx, { id, frame }: Ceremony): Promise<boolean> {
  const sheets = await Promise.all([findSheet(tx, id, 'ours'), findSheet(tx, id, 'theirs')])
  return sheets.some(({ confirmed }) => confirmed?.version === frame.version - 1)
}

function checkFrame(frame: Frame, parties: [string, string]): void {
  if (!frame.title.en && !frame.title.zh) refuse('title_missing', {}, 422)
  if (frame.items.length === 0) refuse('items_missing', {}, 422)
  const fields = frameFaults(frame, parties)
  if (fields.length > 0) refuse('plan_malformed', { fields }, 422)
}
