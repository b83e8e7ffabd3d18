/** Tables of activity, for the compiler. */
import type { ColumnType, Generated } from 'kysely'
import type { DormancyDecision, NotedKind } from './activity.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    noted_activity: {
      id: string
      partner: string
      happened_on: ColumnType<Temporal.PlainDate, string, string>
      kind: NotedKind
      title_en: string
      title_zh: string
      source: string
      by_name: string
      at: Temporal.Instant
    }
    dormancy_decision: {
      id: Generated<string>
      partnership: string
      decision: DormancyDecision['decision']
      reason: string
      decided_on: ColumnType<Temporal.PlainDate, string, string>
      by_name: string
      account: string | null
      at: Temporal.Instant
    }
  }
}
