/** SQL of what only our node knows: guests’ addresses and remarks, notes on items. Nothing here is sent. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './tables.ts'

export interface GuestPrivate {
  email: string
  remark: string
}

/** Addresses and remarks of our own guests, by guest id. */
export async function guestPrivates(db: Db, ceremony: string): Promise<Record<string, GuestPrivate>> {
  const rows = await db.selectFrom('ceremony_guest_private').selectAll().where('ceremony', '=', ceremony).execute()
  return Object.fromEntries(rows.map(({ guest, email, remark }) => [guest, { email, remark }]))
}

export async function saveGuestPrivates(tx: Tx, ceremony: string, all: Record<string, GuestPrivate>): Promise<void> {
  await tx.deleteFrom('ceremony_guest_private').where('ceremony', '=', ceremony).execute()
  const rows = Object.entries(all).map(([guest, one]) => ({ ceremony, guest, ...one }))
  if (rows.length > 0) await tx.insertInto('ceremony_guest_private').values(rows).execute()
}

/** Our office's own notes, by item id. */
export async function itemNotes(db: Db, ceremony: string): Promise<Record<string, string>> {
  const rows = await db.selectFrom('ceremony_item_note').selectAll().where('ceremony', '=', ceremony).execute()
  return Object.fromEntries(rows.map(({ item, note }) => [item, note]))
}

export async function saveItemNotes(tx: Tx, ceremony: string, notes: Record<string, string>): Promise<void> {
  await tx.deleteFrom('ceremony_item_note').where('ceremony', '=', ceremony).execute()
  const rows = Object.entries(notes).flatMap(([item, note]) => (note ? [{ ceremony, item, note }] : []))
  if (rows.length > 0) await tx.insertInto('ceremony_item_note').values(rows).execute()
}
