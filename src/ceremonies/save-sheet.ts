/** Our officers change our sheet: hall, guests in order, who speaks; and what only our node knows of them. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { OfficersCeremony } from './access.ts'
import { move, refuse } from './ceremony.ts'
import { changeOurSheet } from './change-sheet.ts'
import { changedInSheet, guestsChanged } from './changed-parts.ts'
import { type GuestPrivate, guestPrivates, itemNotes, saveGuestPrivates, saveItemNotes } from './office-store.ts'
import type { Sheet } from './sheet.ts'
import { sheetFaults } from './sheet-shapes.ts'
import { findSheet } from './sheet-store.ts'
import { lockCeremony } from './store.ts'

export interface SheetInput {
  sheet: Sheet
  privates: Record<string, GuestPrivate>
  /** Our own notes by item. */
  notes: Record<string, string>
  /** The version the officer began from. */
  version: number
  at: Temporal.Instant
}

/**
 * Saves our sheet and sends its shared fields. Where only private fields changed, nothing is sent.
 * @throws Refusal `plan_changed_meanwhile` where a colleague saved in between, `plan_malformed` naming what does not fit
 */
export async function saveOurSheet(db: Db, { officer, plan, us }: OfficersCeremony, input: SheetInput): Promise<void> {
  const fields = sheetFaults(input.sheet, us.ror)
  if (fields.length > 0) refuse('plan_malformed', { fields }, 422)
  await db.transaction().execute(async (tx) => {
    const ceremony = (await lockCeremony(tx, plan.id))!
    move(ceremony, 'edit_sheet')
    const before = await findSheet(tx, plan.id, 'ours')
    if (before.version !== input.version) refuse('plan_changed_meanwhile')
    const parts = changedInSheet(before.sheet, input.sheet)
    const privately = await savePrivately(tx, plan.id, input)
    // A prepared sheet is shared by the first save, changed or not.
    if (parts.length === 0 && !privately && before.version > 0) return
    const { at, sheet } = input
    const journal = {
      at,
      by: actorOf(officer),
      act: 'ceremony.sheet_changed',
      detail: { parts, ...guestsChanged(before.sheet, sheet) },
    }
    await changeOurSheet(tx, plan.id, (state) => ({ ...state, sheet }), journal)
  })
}

/** @returns whether anything private changed */
async function savePrivately(tx: Tx, id: string, { privates, notes }: SheetInput): Promise<boolean> {
  const [held, noted] = [await guestPrivates(tx, id), await itemNotes(tx, id)]
  await saveGuestPrivates(tx, id, privates)
  await saveItemNotes(tx, id, notes)
  return !same(held, privates) || !same(noted, notes)
}

const sorted = (record: Record<string, GuestPrivate | string>) =>
  Object.entries(record)
    .filter(([, one]) => (typeof one === 'string' ? one : one.email || one.remark))
    .map(([id, one]) => [id, typeof one === 'string' ? one : [one.email, one.remark]])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))

const same = (a: Record<string, GuestPrivate | string>, b: Record<string, GuestPrivate | string>) =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
