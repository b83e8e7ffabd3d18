/** What a list must be asked about its dates: once, with what speaks for either answer. Pure rules. */
import { readLooseDate } from './loose-date.ts'
import type { UnderstoodList } from './understand-list.ts'

export interface DateQuestion {
  /** How many dates may mean two days. */
  n: number
  example: string
  /** The example read day first and month first. */
  either: [string, string]
  /** Dates of the list that can be read in one way only: how many, and one of them. */
  dayFirst: { n: number; example: string }
  monthFirst: { n: number; example: string }
}

const dates = ['signedOn', 'effectiveOn', 'endsOn', 'reviewOn', 'terminatedOn']

/** Null where no date of the list may mean two days. */
export function dateQuestion({ sheet, headingAt, columns }: UnderstoodList): DateQuestion | null {
  const cells = sheet.rows
    .slice(headingAt + 1)
    .flatMap((row) => row.cells.filter((cell, n) => cell !== '' && dates.includes(columns[n] ?? '')))
  const ambiguous = cells.flatMap((cell) => {
    const read = readLooseDate(cell, null)
    return read.is === 'ambiguous' ? [{ cell, either: read.either }] : []
  })
  const first = ambiguous[0]
  if (!first) return null
  const only = (order: 'day_first' | 'month_first') => {
    const other = order === 'day_first' ? 'month_first' : 'day_first'
    const found = cells.filter((cell) => {
      const read = readLooseDate(cell, other)
      return read.is === 'wrong' && read.why === 'against_order'
    })
    return { n: found.length, example: found[0] ?? '' }
  }
  const [dayFirst, monthFirst] = [only('day_first'), only('month_first')]
  return { n: ambiguous.length, example: first.cell, either: first.either, dayFirst, monthFirst }
}
