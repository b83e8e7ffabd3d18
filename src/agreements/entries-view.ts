/** What the pages of the register of agreements show. */
import type { Grouping, Institution } from '#src/partners/index.ts'
import type { Asked } from './entry-filter.ts'
import type { EntryFound } from './entry-search.ts'
import type { Standing } from './entry-standing.ts'

export interface EntriesView {
  asked: Asked
  rows: EntryFound[]
  total: number
  counts: Record<Standing | 'living', number>
  known: Institution[]
  groups: Grouping[]
  views: { id: string; name: string; query: string }[]
  mayAdd: boolean
  day: Temporal.PlainDate
}

export const entriesAPage = 50
