/** The nodes we run for partners, as this area sees them. Starting nodes is done above it. */
import type { NodeDocument } from '#src/federation/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { ApprovalStep } from '#src/platform/people/index.ts'
import type { HostedNode } from './hosted-node.ts'

export interface House {
  db: Db
  document: NodeDocument
  approvalSteps: ApprovalStep[]
  secretKey: Uint8Array
}

export interface Houses {
  /** Their addresses, with * for the partner; null where none can be run here. */
  pattern: string | null
  /** Makes the database of a node to come, beside ours. @returns its name. @throws Refusal `database_not_made` */
  prepare(institution: string): Promise<string>
  /** Starts it where it does not run yet, and answers once it does. */
  open(hosted: HostedNode): Promise<House>
  close(institution: string): Promise<void>
  /** Opens a database that was closed for a hand-over. */
  reopen(hosted: HostedNode): Promise<void>
  /** Seals its secret key with ours. */
  seal(institution: string, secret: string): Uint8Array
}
