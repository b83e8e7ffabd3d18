/** What was typed into the form of our own part. Rules only. */
import { both, type Fields, numbers, oneOf, typed } from './form-parts.ts'
import { tongues } from './frame-form.ts'
import { levels } from './guest.ts'
import { attendings, type GuestForm, type PartForm, type SheetForm } from './sheet-form.ts'

export function readSheetForm(fields: Fields): SheetForm {
  return {
    hall: both(fields, 'hall'),
    city: both(fields, 'city'),
    zone: typed(fields, 'zone'),
    contact: typed(fields, 'contact'),
    guests: numbers(fields, 'guest').map((i) => readGuest(fields, `guest_${i}`)),
    parts: numbers(fields, 'part').map((i) => readPart(fields, `part_${i}`)),
  }
}

const readGuest = (fields: Fields, name: string): GuestForm => ({
  id: typed(fields, `${name}_id`),
  latin: typed(fields, `${name}_latin`),
  native: typed(fields, `${name}_native`),
  familyFirst: fields[`${name}_family`] === 'yes',
  title: both(fields, `${name}_title`),
  organisation: both(fields, `${name}_organisation`),
  outside: fields[`${name}_side`] === 'outside',
  level: oneOf(fields[`${name}_level`], levels.toReversed()),
  attending: oneOf(fields[`${name}_attending`], attendings),
  email: typed(fields, `${name}_email`),
  remark: typed(fields, `${name}_remark`),
})

const readPart = (fields: Fields, name: string): PartForm => ({
  id: typed(fields, `${name}_id`),
  guest: typed(fields, `${name}_guest`),
  language: tongues.find((one) => one === fields[`${name}_language`]) ?? '',
  interpreter: typed(fields, `${name}_interpreter`),
  note: typed(fields, `${name}_note`),
  internal: typed(fields, `${name}_internal`),
})
