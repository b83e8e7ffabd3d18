/** How a list is to be understood, as far as an officer said so; what is not said is told by the list itself, or asked. */
import type { EntryKind } from '#src/agreements/index.ts'
import type { Encoding, Separator } from '#src/platform/spreadsheet/index.ts'
import type { ColumnField } from './column.ts'
import type { DateOrder } from './loose-date.ts'

export interface Settings {
  encoding?: Encoding
  separator?: Separator
  sheet?: number
  /** Row of the headings, counted from 0 among rows in which something stands. */
  heading?: number
  /** A field for every column; null is left out. */
  columns?: (ColumnField | null)[]
  dates?: DateOrder
  /** Where no last day is given. */
  noEnd?: 'leave_out' | 'open'
  /** When open-ended agreements without a review date are to be reviewed, e.g. `2028-01-01`. */
  review?: string
  signedHow?: 'ink' | 'elsewhere'
  /** By what stands in the list: the partner's ROR id, or that its rows are left out. */
  partners?: Record<string, string | 'leave_out'>
  /** By ROR id, of partners that are taken into our register. */
  zones?: Record<string, string>
  /** By what stands in the list. */
  kinds?: Record<string, EntryKind>
}
