/** The form in which a draft is written: what was typed, and the acts that only rearrange it. Rules only. */
import { readTermForm } from './term-form.ts'
import type { AgreementText, Bilingual, Clause, Seat } from './text.ts'
import { visible } from './text-rules.ts'

export interface DraftForm
  extends Pick<AgreementText, 'title' | 'prevails' | 'clauses' | 'seats'>,
    Partial<Pick<AgreementText, 'effect' | 'term'>> {
  /** The draft's revision the officer began from. */
  revision: number
}

type Fields = Partial<Record<string, string>>

/** A browser sends line ends as CR LF; the text has LF only. What came along unseen from another program is left out. */
const typed = (fields: Fields, name: string) => visible((fields[name] ?? '').replaceAll('\r\n', '\n'))

const both = (fields: Fields, name: string): Bilingual => ({
  en: typed(fields, `${name}_en`).trim(),
  zh: typed(fields, `${name}_zh`).trim(),
})

function numbers(fields: Fields, kind: string): number[] {
  const found = Object.keys(fields).flatMap((name) => new RegExp(`^${kind}_(\\d{1,3})_id$`).exec(name)?.[1] ?? [])
  return found.map(Number).sort((a, b) => a - b)
}

/** What was typed, as it is; whether it may stand is for the act to say. */
export function readDraftForm(fields: Fields): DraftForm {
  return {
    revision: Number(fields.revision ?? Number.NaN),
    title: both(fields, 'title'),
    prevails: fields.prevails === 'en' || fields.prevails === 'zh' ? fields.prevails : 'both',
    ...readTermForm(fields),
    clauses: numbers(fields, 'clause').map((i) => ({
      id: typed(fields, `clause_${i}_id`),
      heading: both(fields, `clause_${i}_heading`),
      body: both(fields, `clause_${i}_body`),
    })),
    seats: numbers(fields, 'seat').map((i) => ({
      id: typed(fields, `seat_${i}_id`),
      party: typed(fields, `seat_${i}_party`),
      order: Number(fields[`seat_${i}_order`] ?? i + 1),
      name: {
        latin: typed(fields, `seat_${i}_latin`).trim(),
        native: typed(fields, `seat_${i}_native`).trim() || null,
      },
      title: both(fields, `seat_${i}_title`),
    })),
  }
}

const moved = <T>(list: T[], from: number, to: number): T[] => {
  const [one] = list.slice(from, from + 1)
  return one === undefined || to < 0 || to >= list.length ? list : list.toSpliced(from, 1).toSpliced(to, 0, one)
}

/**
 * Adds, moves or takes out a clause or a seat: `add:2` (below the third), `up:1`, `down:1`, `remove:1`, `add_seat:ROR`, `remove_seat:2`.
 * @param newId makes the id of a new clause
 */
export function rearranged(form: DraftForm, act: string, newId: () => string): DraftForm {
  const [what, which = ''] = act.split(':')
  const at = Number(which)
  const { clauses, seats } = form
  if (what === 'add') return { ...form, clauses: clauses.toSpliced(at + 1, 0, emptyClause(newId())) }
  if (what === 'remove') return { ...form, clauses: clauses.toSpliced(at, 1) }
  if (what === 'up') return { ...form, clauses: moved(clauses, at, at - 1) }
  if (what === 'down') return { ...form, clauses: moved(clauses, at, at + 1) }
  if (what === 'add_seat') return { ...form, seats: [...seats, emptySeat(seats, which)] }
  if (what === 'remove_seat') return { ...form, seats: inOrder(seats.toSpliced(at, 1)) }
  return form
}

/** Puts a clause of the library in before the clause at a place counted from 0; at the end where there is none such. */
export function inserted(
  form: DraftForm,
  clause: Pick<Clause, 'heading' | 'body'> | undefined,
  place: number,
  newId: () => string,
): DraftForm {
  if (!clause) return form
  const at = Number.isInteger(place) && place >= 0 ? place : form.clauses.length
  const { heading, body } = clause
  return { ...form, clauses: form.clauses.toSpliced(at, 0, { id: newId(), heading, body }) }
}

const emptyClause = (id: string): Clause => ({ id, heading: { en: '', zh: '' }, body: { en: '', zh: '' } })

/** Seat ids are `seat-a`, `seat-b` …: of one length, so that none is the beginning of another. */
function emptySeat(seats: Seat[], party: string): Seat {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const letter = [...letters].find((one) => !seats.some((seat) => seat.id === `seat-${one}`)) ?? 'z'
  const nobody = { name: { latin: '', native: null }, title: { en: '', zh: '' } }
  return { id: `seat-${letter}`, party, order: seats.length + 1, ...nobody }
}

/** Closes the gap a removed seat leaves in the order of signing. */
function inOrder(seats: Seat[]): Seat[] {
  const orders = seats.map((seat) => seat.order).sort((a, b) => a - b)
  return seats.map((seat) => ({ ...seat, order: orders.indexOf(seat.order) + 1 }))
}
