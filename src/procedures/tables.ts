/** The tables of the house's procedures, for the compiler. */
import type { ColumnType, Generated } from 'kysely'
import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { Risk, Route, RouteStep } from './route.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    agreement_type: TypeTable
    approval_route: RouteTable
    stand_in: StandInTable
    sign_authority: AuthorityTable
    stage_target: { stage: Stage; days: number }
  }
}

type Day = ColumnType<Temporal.PlainDate, string, string>

export const stages = ['drafting', 'negotiating', 'freezing', 'approving', 'signing'] as const
export type Stage = (typeof stages)[number]

export interface TypeTable {
  key: string
  name_en: string
  name_zh: string
  counts_as: string
  term_months: number | null
  notice_months: number | null
  retired_at: Temporal.Instant | null
  revision: Generated<number>
}

interface RouteTable {
  id: string
  position: number
  name_en: string
  name_zh: string
  kinds: string[]
  risks: Risk[]
  extent: Route['extent']
  unit: string
  unit_id: string | null
  steps: JsonColumn<RouteStep[]>
  revision: Generated<number>
  retired_at: Temporal.Instant | null
}

interface StandInTable {
  id: string
  for_account: string
  account: string
  duty: string
  from_on: Day
  to_on: Day
  reason: string
  given_by: string
  given_at: Temporal.Instant
  ended_by: string | null
  ended_at: Temporal.Instant | null
}

interface AuthorityTable {
  id: string
  account: string
  kinds: string[]
  risk: Risk
  value_up_to: string | null
  currency: string
  from_on: Day
  to_on: ColumnType<Temporal.PlainDate | null, string | null, string | null>
  basis: string
  given_by: string
  given_at: Temporal.Instant
  ended_by: string | null
  ended_at: Temporal.Instant | null
}
