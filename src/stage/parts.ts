/** What the pages of the stage need of their node. */
import type { Broadcast } from '#src/platform/broadcast/index.ts'
import type { Db } from '#src/platform/database/tables.ts'

export interface StageParts {
  db: Db
  /** Where the regions of a stage are kept rendered. */
  broadcast: Broadcast
  /** Seals the keys to stages that are not open to all. */
  secretKey: Uint8Array
  /** The node's address for people, to which passkeys are bound. */
  publicUrl: string
}
