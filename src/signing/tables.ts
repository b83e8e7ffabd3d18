/** The signing area's tables, for the compiler. */
import type { Side } from '#src/agreements/index.ts'
import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { HoldReason } from './hold.ts'
import type { EndingKind, SessionState, Statement } from './session.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    signing_session: SessionTable
    signing_ending: EndingTable
    signing_question: QuestionTable
    signing_reading: { session: string; seat: string; at: Temporal.Instant }
    signing_consent: ConsentTable
    signing_hold: HoldTable
    signing_revision: RevisionTable
    signing_preservation: PreservationTable
  }
}

interface HoldTable {
  session: string
  reason: HoldReason
  our_clock: Temporal.Instant
  their_clock: Temporal.Instant | null
  since: Temporal.Instant
}

export interface SessionTable {
  id: string
  agreement: string
  attempt: number
  state: SessionState
  text_hash: string
  document_hash: string
  seats_hash: string
  opened_by: Side
  opened_by_name: string
  opened_at: Temporal.Instant
  deadline: Temporal.Instant
  concluded_at: Temporal.Instant | null
}

interface EndingTable {
  session: string
  side: Side
  kind: EndingKind
  reason: string
  by_name: string
  at: Temporal.Instant
}

interface QuestionTable {
  session: string
  kind: Exclude<EndingKind, 'not_opened'>
  reason: string
  by_name: string
  at: Temporal.Instant
}

interface ConsentTable {
  session: string
  seat: string
  side: Side
  method: 'passkey' | 'code'
  statement: JsonColumn<Statement>
  assertion: JsonColumn<unknown>
  at: Temporal.Instant
  acknowledged_at: Temporal.Instant | null
}

interface RevisionTable {
  session: string
  number: number
  seat: string
  side: Side
  sha256: string
  previous_sha256: string
  signed_at: Temporal.Instant
  stored_at: Temporal.Instant
}

export interface PreservationTable {
  session: string
  number: number
  side: Side
  sha256: string
  previous_sha256: string
  stamped_at: Temporal.Instant
  until: Temporal.Instant | null
  stored_at: Temporal.Instant
  confirmed_at: Temporal.Instant | null
  refused_at: Temporal.Instant | null
  again: number
  lacks_lists: boolean
}
