/** The tables of lists brought in, as the code sees them. */
import type { ColumnType } from 'kysely'
import type { Settings } from './settings.ts'

export type ImportState = 'prepared' | 'done' | 'undone'
/** Why a partner that came with a list stays though the list is taken back. */
export type Stays = 'agreements' | 'worked_with'
export type SavedOutcome = 'new' | 'there' | 'repeated' | 'unreadable'

/** What is kept of a row: enough to say what it was, and what was wrong with it. */
export interface Said {
  title: string
  partner: string
  problems: { field: string; why: string; value: string }[]
}

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    entry_import: EntryImportTable
    entry_import_partner: { import: string; ror: string; stays: Stays | null }
    entry_import_row: {
      import: string
      line: number
      outcome: SavedOutcome
      entry: string | null
      said: ColumnType<Said, string, string>
    }
  }
}

interface EntryImportTable {
  id: string
  file: string
  name: string
  state: ImportState
  settings: ColumnType<Settings, string, string>
  revision: number
  began_by: string
  began_by_name: string
  began_at: Temporal.Instant
  done_by_name: ColumnType<string | null, string | null | undefined, string | null>
  done_at: ColumnType<Temporal.Instant | null, Temporal.Instant | null | undefined, Temporal.Instant | null>
  undone_by_name: ColumnType<string | null, string | null | undefined, string | null>
  undone_at: ColumnType<Temporal.Instant | null, Temporal.Instant | null | undefined, Temporal.Instant | null>
}
