/** A unit of ours, chosen from the tree. What was written before there was a tree is kept until somebody chooses. */
import type { Db } from '#src/platform/database/tables.ts'
import { ourInstitution } from './store.ts'
import { refuseUnit } from './unit.ts'
import { type Unit, unitsOf } from './unit-store.ts'

export interface ChosenUnit {
  /** Its name; '' for the whole university. */
  unit: string
  /** Null for the whole university, and for what is in no tree. */
  unitId: string | null
}

export const ourUnits = async (db: Db): Promise<Unit[]> => unitsOf(db, [(await ourInstitution(db)).ror])

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/**
 * @param given an id out of the tree, a name in it, or '' for the whole university; any words as long as there is no tree
 * @param before what stood there: sent back unchanged it stays, though the tree does not have it
 * @throws Refusal `unit_not_in_tree`
 */
export async function chooseUnit(db: Db, given: string, before?: ChosenUnit): Promise<ChosenUnit> {
  const said = given.trim()
  if (said === '') return { unit: '', unitId: null }
  const tree = await ourUnits(db)
  const named = tree.filter((one) => same(one.name_en, said) || same(one.name_zh, said))
  const found = tree.find(({ id }) => id === said) ?? (named.length === 1 ? named[0] : undefined)
  if (found) return { unit: found.name_en || found.name_zh, unitId: found.id }
  if (tree.length > 0 && !(before && same(before.unit, said))) refuseUnit('unit_not_in_tree', {}, 422)
  return { unit: said.slice(0, 200), unitId: null }
}
