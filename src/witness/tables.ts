/** The witness area's tables, for the compiler. `bigint` columns are read as text and counted as numbers in the stores. */
import type { Generated } from 'kysely'
import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { Json } from '#src/platform/record.ts'
import type { AlarmKind } from './alarm.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    tlog: LogTable
    tlog_entry: { origin: string; index: Count; data: Buffer }
    tlog_node: { origin: string; level: number; index: Count; hash: Buffer }
    tlog_checkpoint: { origin: string; size: Count; root: Buffer; note: string; at: Temporal.Instant }
    tlog_cosignature: CosignatureTable
    tlog_stamp: StampTable
    tlog_event: EventTable
    tlog_partner_event: PartnerEventTable
    tlog_peer: PeerTable
    tlog_introduction: { institution: string; sha256: string; at: Temporal.Instant }
    tlog_stamp_authority: StampAuthorityTable
    tlog_alarm: AlarmTable
  }
}

type Count = import('kysely').ColumnType<string, number, number>

export interface LogTable {
  origin: string
  institution: string
  ours: boolean
  verifier_key: string
  size: Count
  witnessed: Count
  mirrored: Count
  seen_at: Temporal.Instant | null
  created_at: Temporal.Instant
}

interface CosignatureTable {
  origin: string
  size: Count
  cosigner: string
  line: string
  cosigned_at: Temporal.Instant
  stored_at: Temporal.Instant
}

interface StampTable {
  origin: string
  size: Count
  institution: string
  token: Buffer
  stamped_at: Temporal.Instant
  stored_at: Temporal.Instant
}

interface EventTable {
  index: Count
  event: string
  about_kind: string
  about_id: string
  at: Temporal.Instant
  salt: Buffer | null
  facts: JsonColumn<Record<string, Json>> | null
  erased_at: Temporal.Instant | null
}

interface PartnerEventTable {
  origin: string
  index: Count
  event: string
  about_kind: string
  about_id: string
  at: Temporal.Instant
  salt: Buffer
  facts: JsonColumn<Record<string, Json>>
  told_at: Temporal.Instant
}

export interface PeerTable {
  institution: string
  log_key: string
  witness_key: string
  mirror_key: string
  stamp_certificate: string
  pinned_at: Temporal.Instant
}

interface StampAuthorityTable {
  only_one: Generated<boolean>
  certificate: string
  sealed: Buffer
  not_after: Temporal.Instant
  created_at: Temporal.Instant
}

export interface AlarmTable {
  id: Generated<string>
  institution: string
  kind: AlarmKind
  proof: string
  first_at: Temporal.Instant
  last_at: Temporal.Instant
  times: Generated<number>
  settled_by: string | null
  settled_reason: string | null
  settled_at: Temporal.Instant | null
}
