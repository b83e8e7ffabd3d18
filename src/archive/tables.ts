/** The tables of retention, as the code sees them. */
import type { Forgettable, RetentionKind } from './retention.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    retention_rule: {
      kind: RetentionKind
      years: number
      reason_en: string
      reason_zh: string
      basis_en: string
      basis_zh: string
      changed_by_name: string
      changed_at: Temporal.Instant
    }
    retention_act: RetentionActTable
  }
}

interface RetentionActTable {
  id: string
  kind: Forgettable
  records: string[]
  reason: string
  state: 'proposed' | 'confirmed' | 'withdrawn'
  proposed_by: string
  proposed_by_name: string
  proposed_at: Temporal.Instant
  decided_by: string | null
  decided_by_name: string | null
  decided_at: Temporal.Instant | null
  forgotten: number | null
}
