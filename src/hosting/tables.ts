/** The table of nodes we run for partners, for the compiler. */
import type { HostedState } from './hosted-node.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    hosted_node: HostedNodeTable
  }
}

export interface HostedNodeTable {
  institution: string
  label: string
  database: string
  sealed: Uint8Array
  state: HostedState
  started_at: Temporal.Instant
  changed_at: Temporal.Instant
  changed_by: string
  reason: string
}
