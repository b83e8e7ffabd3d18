/** What the pages of this area need of their node. */
import type { Db } from '#src/platform/database/tables.ts'
import type { KeyHouse } from './house.ts'

export interface KeyParts {
  db: Db
  house: KeyHouse
}
