/** What this area needs of its node. */
import type { Db } from '#src/platform/database/tables.ts'
import type { WitnessHouse } from '#src/witness/index.ts'

export interface EvidenceParts {
  db: Db
  house: WitnessHouse
  /** PEM of a partner's roots: as pinned, and as accepted since. */
  rootOf: (db: Db, institution: string) => Promise<string | undefined>
}
