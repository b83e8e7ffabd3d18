/** Tables of partnerships, their steps and their leads, for the compiler. */
import type { ColumnType, Generated } from 'kysely'
import type { PartnershipState } from './partnership.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    partnership: PartnershipTable
    partnership_step: PartnershipStepTable
    partnership_lead: LeadTable
  }
}

interface PartnershipTable {
  id: string
  partner: string
  state: PartnershipState
  since: string
  dormant_after: Generated<number>
}

interface PartnershipStepTable {
  id: Generated<string>
  partnership: string
  act: string
  from_state: string
  to_state: string
  at: Temporal.Instant
  by_name: string
  reason: string
  agreement: string | null
  evidence: Generated<string>
  account: string | null
}

interface LeadTable {
  id: string
  partnership: string
  institution: string
  person: string
  since: ColumnType<Temporal.PlainDate, string, string>
  until: ColumnType<Temporal.PlainDate | null, string | null, string | null>
  handover: ColumnType<string, string | undefined, string>
}
