/** What would become of a row, and what may be wrong with it. */
import type { EntryDetails } from '#src/agreements/index.ts'
import type { ColumnField } from './column.ts'

export const problems = [
  ...(['not_a_date', 'no_such_day', 'day_missing', 'short_year', 'against_order', 'ambiguous'] as const),
  ...(['not_years', 'not_months', 'too_long', 'title_missing', 'partner_missing', 'partner_unknown'] as const),
  ...(['partner_several', 'partner_left_out', 'kind_unknown', 'ends_before_it_begins', 'no_end', 'no_review'] as const),
  ...(['term_without_begin'] as const),
  ...(['relative_unknown', 'relative_several', 'relative_other_partner', 'relative_circle'] as const),
  ...(['relative_waits', 'relative_left_out'] as const),
] as const
export type ProblemKind = (typeof problems)[number]

export interface Problem {
  field: ColumnField
  why: ProblemKind
  /** What stands in the cell. */
  value: string
}

/** Problems an answer for the whole list solves: until it is given, the rows wait. */
export const askedFor: ProblemKind[] = [
  ...(['ambiguous', 'partner_several', 'partner_unknown', 'kind_unknown', 'no_review', 'relative_waits'] as const),
]

/** Another agreement a row names by our number. */
export interface Relative {
  field: 'parent' | 'renews'
  value: string
  /** Of the register, */
  entry?: string
  /** or a row of the list that is entered with it. */
  line?: number
}

/** `new`: will be entered. `there`: stands in the register. `repeated`: stands in the list before. `asked`: waits for an answer. `unreadable`: left out. */
export const outcomes = ['new', 'asked', 'unreadable', 'there', 'repeated'] as const
export type Outcome = (typeof outcomes)[number]

export interface RowPlan {
  line: number
  outcome: Outcome
  details: EntryDetails
  problems: Problem[]
  relatives: Relative[]
  /** The agreement of the register it already is. */
  there?: string
  /** What stands otherwise in the register; it is not changed. */
  differs: (keyof EntryDetails)[]
  /** The row of the list it repeats. */
  repeats?: number
}
