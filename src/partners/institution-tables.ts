/** Tables of universities and what is known of them, for the compiler. */
import type { ColumnType, Generated } from 'kysely'
import type { Risk, Topic } from './fact.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    institution: InstitutionTable
    institution_fact: InstitutionFactTable
    due_diligence: DueDiligenceTable
  }
}

export interface InstitutionTable {
  ror: string
  name_en: string
  name_zh: string
  short_en: string
  short_zh: string
  city_en: string
  city_zh: string
  country: string
  zone: string
  website: string | null
  ours: boolean
  latitude: ColumnType<number | null, number | null | undefined, number | null>
  longitude: ColumnType<number | null, number | null | undefined, number | null>
  haystack: ColumnType<string, string | undefined, string>
  kept_by: ColumnType<string | null, string | null | undefined, string | null>
  moved_to: ColumnType<string | null, undefined, string | null>
  moved_on: ColumnType<Temporal.PlainDate | null, undefined, string | null>
  former: ColumnType<string, undefined, string>
}

interface InstitutionFactTable {
  institution: string
  position: number
  label_en: string
  label_zh: string
  value_en: string
  value_zh: string
  source: string
  as_of: ColumnType<Temporal.PlainDate, string, string>
  checked_on: ColumnType<Temporal.PlainDate | null, string | null | undefined, string | null>
}

interface DueDiligenceTable {
  id: Generated<string>
  institution: string
  topic: Topic
  risk: Risk
  answer: string
  source: string
  answered_on: ColumnType<Temporal.PlainDate, string, string>
  expires_on: ColumnType<Temporal.PlainDate, string, string>
  by_name: string
  at: Temporal.Instant
}
