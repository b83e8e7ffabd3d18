/** The tables of the desk. */
import type { Generated } from 'kysely'
import type { ReminderWay } from './reminder.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    reminder_told: { account: string; key: string; told_at: Temporal.Instant }
    row_change: {
      id: Generated<string>
      act_group: string
      record: string
      key: string
      before: Record<string, unknown>
      after: Record<string, unknown>
    }
    reminder_choice: { account: string; how: ReminderWay; zone: string; feed: string | null }
  }
}
