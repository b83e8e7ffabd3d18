/** One step for everything that changes our sheet: the next version, saved, noted and sent, in the caller's transaction. */
import type { Tx } from '#src/platform/database/tables.ts'
import { type Actor, type Following, type Json, record } from '#src/platform/record.ts'
import { bothConfirmed, move } from './ceremony.ts'
import { sheetMessage } from './part-messages.ts'
import { findPlan } from './plan-store.ts'
import type { SheetState } from './sheet.ts'
import { findSheet, saveSheet } from './sheet-store.ts'
import { type Ceremony, lockCeremony, saveCeremony } from './store.ts'

export interface SheetChange {
  at: Temporal.Instant
  by: Actor
  /** The act's name for the journal, e.g. `ceremony.guest_replied`. */
  act: string
  detail?: Record<string, Json>
  then?: Following[]
}

/**
 * Changes our sheet of a ceremony. The partner gets the whole sheet anew, once the ceremony is shared.
 * @param change gives the new sheet and answers; the version is counted here
 */
export async function changeOurSheet(
  tx: Tx,
  id: string,
  change: (state: SheetState, ceremony: Ceremony) => SheetState,
  { at, by, act, detail, then = [] }: SheetChange,
): Promise<void> {
  const ceremony = (await lockCeremony(tx, id))!
  move(ceremony, 'edit_sheet')
  const before = await findSheet(tx, id, 'ours')
  const after: SheetState = { ...change(before, ceremony), version: before.version + 1 }
  await saveSheet(tx, id, 'ours', after)
  const sent = ceremony.sharedAt && !ceremony.rehearsalOf ? [sheetMessage(ceremony, after, at, by)] : []
  await record(tx, { at, by, about: { kind: 'ceremony', id }, act, detail, then: [...then, ...sent] })
  await settle(tx, id, at)
}

/** Confirmed while both sides' yes is to the present frame; whichever yes came last makes it so, either side's second thoughts undo it. */
export async function settle(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  const ceremony = (await lockCeremony(tx, id))!
  const both = bothConfirmed((await findPlan(tx, id))!)
  if (ceremony.state === 'confirmed' && !both) {
    await saveCeremony(tx, { ...ceremony, state: move(ceremony, 'yes_withdrawn') })
  }
  if (ceremony.state !== 'planning' || !both) return
  await saveCeremony(tx, { ...ceremony, state: move(ceremony, 'both_confirmed') })
  const about = { kind: 'ceremony', id }
  await record(tx, { at, by: { kind: 'node' }, about, act: 'ceremony.confirmed' })
}
