/** What the pages of signing need of their node. */
import type { Db } from '#src/platform/database/tables.ts'
import type { PageShelf } from '#src/platform/render/index.ts'
import type { RootOf } from './receive-signature.ts'

export interface SigningParts {
  db: Db
  /** The node's address for people, to which passkeys are bound. */
  publicUrl: string
  secretKey: Uint8Array
  rootOf: RootOf
  /** PEM of the roots of time-stamping authorities that are no partner's. */
  stampRoots?: string[]
  shelf: PageShelf
}
