/** The form of our own part, and the buttons that rearrange it. Rules only. */
import { rearranged } from './form-parts.ts'
import type { Tongue } from './frame.ts'
import type { Attending, Level } from './guest.ts'
import type { GuestPrivate } from './office-store.ts'
import type { Bilingual } from './plan.ts'
import type { Sheet } from './sheet.ts'

export const attendings = ['unknown', 'invited', 'accepted', 'declined'] as const

export interface GuestForm {
  id: string
  latin: string
  native: string
  familyFirst: boolean
  title: Bilingual
  organisation: Bilingual
  /** Of neither university. */
  outside: boolean
  level: Level
  attending: Attending
  email: string
  remark: string
}

export interface PartForm {
  id: string
  guest: string
  /** '' as the frame has it. */
  language: Tongue | ''
  interpreter: string
  note: string
  internal: string
}

export interface SheetForm {
  hall: Bilingual
  city: Bilingual
  zone: string
  contact: string
  guests: GuestForm[]
  /** One for each item of the running order; only the internal note where the item is not ours. */
  parts: PartForm[]
}

export interface SheetParts {
  sheet: Sheet
  privates: Record<string, GuestPrivate>
  notes: Record<string, string>
}

/** The form after a press of one of its buttons other than save; `person` is the chosen one of the register. */
export function rearrangedSheet(
  form: SheetForm,
  act: string,
  { person, empty }: { person?: GuestForm; empty: () => GuestForm },
): SheetForm {
  if (act === 'person') return person ? { ...form, guests: [...form.guests, person] } : form
  if (act === 'guest') return { ...form, guests: [...form.guests, empty()] }
  return { ...form, guests: rearranged(form.guests, act, empty) }
}
