/** What the form of our own part becomes. Rules only. */
import type { Guest } from './guest.ts'
import type { Party } from './plan.ts'
import type { ItemPart, Sheet } from './sheet.ts'
import type { SheetForm, SheetParts } from './sheet-form.ts'

/**
 * What a form becomes; whether it may stand is for the act to say.
 * @param before the sheet as saved, which keeps what the form does not ask for
 */
export function sheetOf(form: SheetForm, us: Party, before: Sheet): SheetParts {
  const guests = form.guests.map(
    (g): Guest => ({
      id: g.id,
      name: { latin: g.latin, native: g.native || null },
      familyNameFirst: g.familyFirst,
      title: g.title,
      organisation: g.organisation,
      party: g.outside ? null : us,
      level: g.level,
      attending: g.attending,
      present: before.guests.find(({ id }) => id === g.id)?.present ?? null,
    }),
  )
  const { hall, city, zone, contact } = form
  return {
    sheet: { hall, city, zone, contact, guests, items: partsOf(form, guests) },
    privates: Object.fromEntries(form.guests.map(({ id, email, remark }) => [id, { email, remark }])),
    notes: Object.fromEntries(form.parts.map(({ id, internal }) => [id, internal])),
  }
}

function partsOf({ parts }: SheetForm, guests: Guest[]): Sheet['items'] {
  const said = parts.filter((p) => p.guest || p.language || p.interpreter || p.note)
  return Object.fromEntries(
    said.map((p): [string, ItemPart] => {
      // A speaker who was taken off the list speaks no more.
      const guest = guests.some(({ id }) => id === p.guest) ? p.guest : null
      return [p.id, { guest, language: p.language || null, interpreter: p.interpreter, note: p.note }]
    }),
  )
}
