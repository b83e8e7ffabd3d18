/** The tables of the directory, as the code sees them. */
import type { ColumnType, Generated } from 'kysely'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    directory_import: DirectoryImportTable
    directory_institution: DirectoryInstitutionTable
    directory_name: DirectoryNameTable
    directory_term: { term: string; names: number }
    directory_relation: DirectoryRelationTable
  }
}

interface DirectoryImportTable {
  id: Generated<string>
  at: Temporal.Instant
  by_name: string
  file_name: string
  records: number
  added: number
  changed: number
  withdrawn: number
}

interface DirectoryInstitutionTable {
  ror: string
  status: 'active' | 'inactive' | 'withdrawn'
  name: string
  name_zh: string | null
  kinds: string[]
  country: string
  subdivision: string
  city: string
  latitude: number | null
  longitude: number | null
  established: number | null
  website: string | null
  domains: string[]
  identifiers: ColumnType<Record<string, string>, string, string>
  modified: ColumnType<Temporal.PlainDate, string, string>
  import: string
}

interface DirectoryNameTable {
  ror: string
  position: number
  name: string
  language: string | null
  kinds: string[]
  folded: string
  terms: string[]
}

interface DirectoryRelationTable {
  ror: string
  kind: 'parent' | 'child' | 'related' | 'predecessor' | 'successor'
  other: string
  label: string
}
