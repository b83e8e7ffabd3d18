/** What would become of every row of a list: compared with the register, and with the rows before it. Pure rules. */
import type { EntryDetails, EntryToCompare } from '#src/agreements/index.ts'
import { fold } from '#src/platform/search/terms.ts'
import type { SheetRow } from '#src/platform/spreadsheet/index.ts'
import { type ReadRow, readRow, type Understood } from './read-row.ts'
import { askedFor, type RowPlan } from './row-plan.ts'

/** Every row as an agreement; what it is compared with is asked next. */
export const readRows = (rows: SheetRow[], understood: Understood): (ReadRow & { line: number })[] =>
  rows.map(({ line, cells }) => ({ line, ...readRow(cells, understood) }))

/** @param known agreements of the register with the partners of these rows */
export function planRows(read: (ReadRow & { line: number })[], known: EntryToCompare[]): RowPlan[] {
  const register = new Index(known.map(comparable))
  const before = new Index([])
  return read.map(({ line, details, problems, relatives, id }): RowPlan => {
    const plan = { line, details, problems, relatives, differs: [] }
    if (problems.length > 0)
      return { ...plan, outcome: problems.every(({ why }) => askedFor.includes(why)) ? 'asked' : 'unreadable' }
    const there = register.twinOf({ ...comparing(details), id })
    if (there) return { ...plan, outcome: 'there', there: there.id, differs: differing(there, details) }
    const repeats = before.twinOf(comparing(details))
    if (repeats) return { ...plan, outcome: 'repeated', repeats: Number(repeats.id) }
    before.add({ ...comparing(details), id: String(line) })
    return { ...plan, outcome: 'new' }
  })
}

interface Comparable {
  id: string
  partner: string
  reference: string
  titles: string[]
  signedOn: string | null
  endsOn: string | null
  stored?: Partial<EntryDetails>
}

/** Two are one where their number is the same; or a title, and the day of signing (or, where nobody knows it, the last day). */
class Index {
  readonly #by = new Map<string, Comparable>()

  constructor(all: Comparable[]) {
    for (const one of all) this.add(one)
  }

  add(one: Comparable): void {
    for (const key of keysOf(one)) if (!this.#by.has(key)) this.#by.set(key, one)
  }

  twinOf(one: Comparable): Comparable | undefined {
    for (const key of keysOf(one)) {
      const twin = this.#by.get(key)
      if (twin) return twin
    }
  }
}

function keysOf({ id, partner, reference, titles, signedOn, endsOn }: Comparable): string[] {
  const when = signedOn ? `signed ${signedOn}` : `ends ${endsOn}`
  return [
    ...(id ? [`id ${id}`] : []),
    ...(reference ? [`number ${partner} ${reference}`] : []),
    ...titles.filter(Boolean).map((title) => `title ${partner} ${title} ${when}`),
  ]
}

const comparing = (d: EntryDetails): Comparable => ({
  id: '',
  partner: d.partner,
  reference: fold(d.reference),
  titles: [fold(d.titleEn), fold(d.titleZh)],
  signedOn: d.signedOn,
  endsOn: d.endsOn,
})

function comparable(e: EntryToCompare): Comparable {
  const day = (date: Temporal.PlainDate | null) => date?.toString() ?? null
  const stored = {
    ...{ kind: e.kind, titleEn: e.title_en, titleZh: e.title_zh, reference: e.reference },
    ...{ signedOn: day(e.signed_on), effectiveOn: day(e.effective_on), endsOn: day(e.ends_on) },
  }
  const { signedOn, endsOn } = stored
  const titles = [fold(e.title_en), fold(e.title_zh)]
  return { id: e.id, partner: e.partner, reference: fold(e.reference), titles, signedOn, endsOn, stored }
}

/** Fields in which the list says something, and something else than the register. */
const differing = ({ stored = {} }: Comparable, details: EntryDetails): (keyof EntryDetails)[] =>
  (Object.keys(stored) as (keyof EntryDetails)[]).filter(
    (field) => details[field] && details[field] !== 'other' && details[field] !== stored[field],
  )
