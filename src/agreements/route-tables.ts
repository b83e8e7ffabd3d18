/** The tables of how our side approves an agreement, for the compiler. */

import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { Risk, RouteStep } from '#src/procedures/index.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    agreement_class: ClassTable
    agreement_route: AgreementRouteTable
    agreement_rejection: RejectionTable
  }
}

interface ClassTable {
  agreement: string
  kind: string
  unit: string
  unit_id: string | null
  risk: Risk | null
  value: string | null
  currency: string
  proposer: string | null
}

interface AgreementRouteTable {
  agreement: string
  version: number
  round: number
  route: string | null
  name_en: string
  name_zh: string
  steps: JsonColumn<RouteStep[]>
  fixed_at: Temporal.Instant
}

interface RejectionTable {
  id: string
  agreement: string
  version: number
  round: number
  step: string
  label_en: string
  label_zh: string
  account: string
  by_name: string
  for_name: string | null
  reason: string
  at: Temporal.Instant
}
