/** The agreements area's tables, for the compiler. */
import type { ColumnType, Generated } from 'kysely'
import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { AgreementState, Side } from './agreement.ts'
import type { Pin } from './seats.ts'
import type { AgreementText, Succession } from './text.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    agreement: AgreementTable
    agreement_label: LabelTable
    agreement_version: VersionTable
    agreement_author: { agreement: string; account: string }
    agreement_comment: CommentTable
    agreement_freeze: FreezeTable
    agreement_document: DocumentTable
    agreement_pin: { agreement: string; seat: string; side: Side; pin: JsonColumn<Pin>; at: Temporal.Instant }
    agreement_signatory: { agreement: string; seat: string; account: string }
    agreement_approval: ApprovalTable
    agreement_reopening: ReopeningTable
  }
}

export interface AgreementTable {
  id: string
  partner: string
  kind: 'key' | 'general'
  demonstration: boolean
  state: AgreementState
  turn: Side
  turn_since: Temporal.Instant
  version: number
  round: number
  draft: JsonColumn<AgreementText | null>
  draft_revision: number
  frozen_text_hash: string | null
  frozen_document_hash: string | null
  frozen_at: Temporal.Instant | null
  concluded_at: Temporal.Instant | null
  created_at: Temporal.Instant
  follows: ColumnType<string | null, string | undefined, string>
  follows_how: ColumnType<Succession | null, Succession | undefined, Succession>
}

export interface LabelTable {
  agreement: string
  side: Side
  title_en: string
  title_zh: string
  type_en: string
  type_zh: string
  reference: string
}

interface VersionTable {
  agreement: string
  number: number
  side: Side
  text: JsonColumn<AgreementText>
  text_hash: string
  note: string
  by_name: string
  sent_at: Temporal.Instant
}

interface CommentTable {
  id: string
  agreement: string
  version: number
  clause: string | null
  side: Side
  by_name: string
  body: string
  internal: boolean
  at: Temporal.Instant
}

interface FreezeTable {
  agreement: string
  version: number
  round: number
  side: Side
  text_hash: string
  document_hash: string
  by_name: string
  at: Temporal.Instant
  refused: JsonColumn<{ reason: string; fields: string[] } | null>
}

/** How the partner's document differs from ours: its text layer, and each page's share of differing picture points. */
export interface DocumentComparison {
  sameText: boolean
  pages: { number: number; differing: number }[]
  /** The same once every field is signed, by whichever way of consent differs most. */
  signedPages: { number: number; differing: number }[]
}

interface DocumentTable {
  agreement: string
  version: number
  round: number
  side: Side
  sha256: string
  comparison: JsonColumn<DocumentComparison | null>
}

interface ApprovalTable {
  id: Generated<string>
  agreement: string
  version: number
  round: number
  side: Side
  step: string
  text_hash: string
  seats_hash: string
  account: string | null
  by_name: string
  at: Temporal.Instant
  for_account: string | null
  for_name: string | null
  cleared_at: Temporal.Instant | null
  cleared_because: string | null
}

interface ReopeningTable {
  agreement: string
  version: number
  round: number
  side: Side
  reason: string
  by_name: string
  at: Temporal.Instant
}
