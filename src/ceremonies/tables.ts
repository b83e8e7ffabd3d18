/** The ceremonies area's tables, for the compiler. What comes after a ceremony has tables of its own, beside their stores. */
import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { FrameItem, Kind, Meeting } from './frame.ts'
import type { CeremonyState } from './plan.ts'
import type { Sheet } from './sheet.ts'

export type Duty = 'moderator' | 'interpreter' | 'speaker'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    ceremony: CeremonyTable
    ceremony_sheet: SheetTable
    ceremony_guest_private: { ceremony: string; guest: string; email: string; remark: string }
    ceremony_item_note: { ceremony: string; item: string; note: string }
    ceremony_duty: { ceremony: string; account: string; duty: Duty; given_at: Temporal.Instant }
    ceremony_record: RecordTable
    ceremony_commitment: CommitmentTable
  }
}

export interface CeremonyTable {
  id: string
  partner: string
  convenor: string
  agreement: string | null
  kind: Kind
  state: CeremonyState
  rehearsal_of: string | null
  title_en: string
  title_zh: string
  starts_at: Temporal.Instant
  open: boolean
  items: JsonColumn<FrameItem[]>
  meeting: JsonColumn<Meeting | null>
  reason: string
  version: number
  shared_at: Temporal.Instant | null
  created_at: Temporal.Instant
}

export interface SheetTable {
  ceremony: string
  side: 'ours' | 'theirs'
  version: number
  sheet: JsonColumn<Sheet>
  confirmed_frame: number | null
  confirmed_at: Temporal.Instant | null
  confirmed_by: string | null
  asked: string | null
  asked_at: Temporal.Instant | null
  asked_by: string | null
}

export interface RecordTable {
  ceremony: string
  started_at: Temporal.Instant
  ended_at: Temporal.Instant
  items: JsonColumn<{ item: string; startedAt: string; endedAt: string }[]>
  audience: number
}

interface CommitmentTable {
  id: string
  ceremony: string
  item: string | null
  words_en: string
  words_zh: string
  by_party: string | null
  by_name: string
  to_name: string
  at: Temporal.Instant
  marked_by: string
}
