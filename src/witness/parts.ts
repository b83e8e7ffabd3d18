/** What the pages and addresses of this area need. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Clock } from '#src/platform/time.ts'
import type { WitnessHouse } from './house.ts'
import type { Neighbours, ThirdWitness } from './neighbours.ts'

export interface WitnessParts {
  db: Db
  clock: Clock
  house: WitnessHouse
  neighbours: Neighbours
  /** Our address as other nodes sign for it. */
  address: string
  third: ThirdWitness | null
}
