/** How far somebody reaches, worked out from the limits of their roles: units stand for all below them. */
import { ourInstitution, under, unitsOf } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { limitsOf, type RoleLimit, type RoleName, type Visitor, worksHere } from '#src/platform/people/index.ts'
import { nothing, type Reach } from './reach.ts'
import { agreementTypes } from './type-store.ts'

/** What somebody may see: whoever works in the office everything, an officer or reader of a part that part. */
export async function reachOf(db: Db, visitor: Visitor | null): Promise<Reach> {
  return worksHere(visitor) ? 'everything' : reachBy(db, visitor, ['officer', 'reader'])
}

/** What an officer of a part manages. */
export const managedBy = (db: Db, visitor: Visitor | null): Promise<Reach> => reachBy(db, visitor, ['officer'])

async function reachBy(db: Db, visitor: Visitor | null, names: RoleName[]): Promise<Reach> {
  const limits = limitsOf(visitor, names)
  if (limits.length === 0) return nothing
  const [tree, types] = await Promise.all([unitsOf(db, [(await ourInstitution(db)).ror]), agreementTypes(db)])
  return limits.map(({ units, kinds }: RoleLimit) => ({
    units: units.length > 0 ? units.flatMap((id) => [...under(tree, id)]) : null,
    kinds: kinds.length > 0 ? kinds : null,
    counted: kinds.length > 0 ? types.filter(({ key }) => kinds.includes(key)).map(({ countsAs }) => countsAs) : null,
  }))
}
