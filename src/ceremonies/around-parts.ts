/** What the routes and acts around a ceremony need of the node. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Meetings } from '#src/platform/meetings/index.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'

/** What letters are made with. */
export interface Office {
  /** Address of this node's pages. */
  publicUrl: string
  /** Behind the links in letters. */
  secretKey: Uint8Array
}

export interface AroundParts extends Office {
  db: Db
  typesetter: Typesetter
  meetings: Meetings
  /** Whether papers made here are marked as demonstration. */
  demonstration: boolean
}
