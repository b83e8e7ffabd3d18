/** The tables of the register of agreements, as the code sees them. */
import type { ColumnType } from 'kysely'
import type { EntryKind, Signing } from './entry.ts'

type Day = ColumnType<Temporal.PlainDate | null, string | null, string | null>

export interface EntryTable {
  id: string
  agreement: string | null
  partner: string
  parent: string | null
  renews: string | null
  kind: EntryKind
  title_en: string
  title_zh: string
  reference: string
  their_title: string
  their_type: string
  their_reference: string
  signed_how: Signing
  signed_on: Day
  effective_on: Day
  ends_on: Day
  review_on: Day
  notice_months: number | null
  terminated_on: Day
  prevails: 'both' | 'en' | 'zh' | 'other'
  fields: string
  units: string
  unit_id: string | null
  obligations: string
  note: string
  revision: number
  created_at: Temporal.Instant
}

export const fileKinds = ['signed', 'draft', 'translation', 'annex', 'other'] as const
export type FileKind = (typeof fileKinds)[number]

export type Decision = 'let_end' | 'renewing' | 'reviewed'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    agreement_entry: EntryTable
    agreement_entry_file: {
      id: string
      entry: string
      file: string
      name: string
      kind: FileKind
      added_at: Temporal.Instant
      by_name: string
      text: string
    }
    agreement_entry_text: { entry: string; haystack: string; terms: string[] }
    entry_settlement: {
      entry: string
      of: 'end' | 'review'
      for_date: ColumnType<Temporal.PlainDate, string, string>
      decision: Decision
      note: string
      by_name: string
      at: Temporal.Instant
    }
    saved_view: { id: string; account: string; page: string; name: string; query: string }
  }
}
