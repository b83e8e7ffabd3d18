/** The tables of the desk. */
import type { ReminderWay } from './reminder.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    reminder_told: { account: string; key: string; told_at: Temporal.Instant }
    reminder_choice: { account: string; how: ReminderWay; zone: string; feed: string | null }
  }
}
