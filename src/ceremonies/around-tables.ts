/** Tables of what happens around a ceremony and after it, for the compiler. */
import type { ColumnType } from 'kysely'
import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { CommitmentState } from './commitment.ts'
import type { Minutes } from './minutes.ts'
import type { MinutesState } from './minutes-lifecycle.ts'
import type { Told } from './telling.ts'

export type LetterKind = 'invitation' | 'thanks'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    ceremony_letter: { ceremony: string; kind: LetterKind; text_en: string; text_zh: string; version: number }
    ceremony_invitation: InvitationTable
    ceremony_briefing: BriefingTable
    ceremony_background: BackgroundTable
    ceremony_minutes: MinutesTable
    commitment_standing: StandingTable
    commitment_step: StepTable
    ceremony_thanks: { ceremony: string; guest: string; sent_at: Temporal.Instant }
  }
}

export interface InvitationTable {
  id: string
  ceremony: string
  guest: string
  email: string
  name: string
  language: 'en' | 'zh'
  token_sha256: Uint8Array
  sequence: number
  told: JsonColumn<Told>
  told_at: Temporal.Instant
  created_at: Temporal.Instant
  outdated_since: Temporal.Instant | null
  withdrawn_at: Temporal.Instant | null
  answer: 'accepted' | 'declined' | null
  remark: string
  answered_at: Temporal.Instant | null
}

interface BriefingTable {
  ceremony: string
  guest: string
  points_en: string
  points_zh: string
  life_en: string
  life_zh: string
  version: number
}

interface BackgroundTable {
  ceremony: string
  ties_en: string
  ties_zh: string
  proposed_en: string
  proposed_zh: string
  version: number
}

export interface MinutesTable {
  ceremony: string
  state: MinutesState
  version: number
  minutes: JsonColumn<Minutes>
  hash: string
  ours_at: Temporal.Instant | null
  ours_by: string | null
  theirs_at: Temporal.Instant | null
  theirs_by: string | null
  asked: string | null
  asked_by: string | null
  asked_at: Temporal.Instant | null
}

interface StandingTable {
  commitment: string
  state: CommitmentState
  due: ColumnType<Temporal.PlainDate | null, string | null, string | null>
  version: number
}

interface StepTable {
  commitment: string
  position: number
  act: string
  from_state: CommitmentState
  to_state: CommitmentState
  at: Temporal.Instant
  by_party: string
  by_name: string
  reason: string
}
