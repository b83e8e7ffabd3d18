/** The form of our own part, filled from what is saved. Rules only. */
import type { Guest } from './guest.ts'
import type { GuestPrivate } from './office-store.ts'
import type { Bilingual } from './plan.ts'
import type { GuestForm, SheetForm, SheetParts } from './sheet-form.ts'

/** @param items ids of the running order, in its order */
export function sheetFormOf({ sheet, privates, notes }: SheetParts, items: string[]): SheetForm {
  const plain = ({ en, zh }: Bilingual) => ({ en, zh })
  return {
    hall: plain(sheet.hall),
    city: plain(sheet.city),
    zone: sheet.zone,
    contact: sheet.contact,
    guests: sheet.guests.map((guest) => guestForm(guest, privates[guest.id])),
    parts: items.map((id) => {
      const part = sheet.items[id]
      return {
        id,
        guest: part?.guest ?? '',
        language: part?.language ?? '',
        interpreter: part?.interpreter ?? '',
        note: part?.note ?? '',
        internal: notes[id] ?? '',
      }
    }),
  }
}

/** A guest as a form shows them, with what only our node knows. */
export const guestForm = (guest: Guest, own: GuestPrivate = { email: '', remark: '' }): GuestForm => ({
  id: guest.id,
  latin: guest.name.latin,
  native: guest.name.native ?? '',
  familyFirst: guest.familyNameFirst,
  title: { en: guest.title.en, zh: guest.title.zh },
  organisation: { en: guest.organisation.en, zh: guest.organisation.zh },
  outside: guest.party === null,
  level: guest.level,
  attending: guest.attending,
  email: own.email,
  remark: own.remark,
})
