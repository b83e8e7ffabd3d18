/** Tables of programmes, for the compiler. */
import type { ColumnType, Generated } from 'kysely'
import type { Area, ProgrammeState } from './programme.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    programme: ProgrammeTable
    programme_step: ProgrammeStepTable
    programme_partner: ProgrammePartnerTable
    programme_target: ProgrammeTargetTable
  }
}

type Day = ColumnType<Temporal.PlainDate, string, string>

interface ProgrammeTable {
  id: string
  name_en: string
  name_zh: string
  owner_en: string
  owner_zh: string
  starts_on: Day
  ends_on: Day
  aims_en: string
  aims_zh: string
  areas: Area[]
  budget: string | null
  currency: string | null
  criteria_en: string
  criteria_zh: string
  benefits_en: string
  benefits_zh: string
  meetings_en: string
  meetings_zh: string
  review_months: number
  state: ProgrammeState
  successor: string | null
  revision: Generated<number>
  created_at: Temporal.Instant
}

interface ProgrammeStepTable {
  id: Generated<string>
  programme: string
  act: string
  to_state: string
  at: Temporal.Instant
  by_name: string
  reason: string
}

interface ProgrammePartnerTable {
  programme: string
  partner: string
  joined_on: Day
  left_on: ColumnType<Temporal.PlainDate | null, string | null | undefined, string | null>
}

interface ProgrammeTargetTable {
  id: string
  programme: string
  name_en: string
  name_zh: string
  value: string
  by_year: number
}
