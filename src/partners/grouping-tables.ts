/** Tables of groupings, for the compiler. */
import type { ColumnType, Generated } from 'kysely'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    grouping: {
      id: string
      name_en: string
      name_zh: string
      source: string
      as_of: ColumnType<Temporal.PlainDate, string, string>
      public: boolean
      revision: Generated<number>
      created_at: Temporal.Instant
    }
    grouping_member: { grouping: string; ror: string }
  }
}
