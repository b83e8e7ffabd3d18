/** Reads everything the page of one unit shows. */

import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { mayKeepPeople, requirePartnersReader } from './access.ts'
import { pairingsOf } from './pairing-store.ts'
import { findInstitution } from './store.ts'
import { under } from './unit.ts'
import { findUnit, peopleIn, type Unit, unitsOf } from './unit-store.ts'

export type ReadUnit = Awaited<ReturnType<typeof readUnit>>

/** @throws Refusal `sign_in_first` for the public, `not_found` for who has no role or where there is no such unit */
export async function seeUnit(db: Db, visitor: Visitor | null, id: string) {
  requirePartnersReader(visitor)
  const unit = isId(id) ? await findUnit(db, id) : undefined
  if (!unit) throw new Refusal('not_found', {}, 404)
  const institution = (await findInstitution(db, unit.institution))!
  return { unit, institution, units: await unitsOf(db, [unit.institution]) }
}

export async function readUnit(db: Db, visitor: Visitor | null, id: string, now: Temporal.Instant) {
  const { unit, institution, units } = await seeUnit(db, visitor, id)
  const below = under(units, unit.id)
  return {
    unit,
    institution,
    above: aboveOf(unit, units),
    parts: units.filter((one) => below.has(one.id) && one.id !== unit.id),
    pairings: await pairingsOf(db, { units: [...below] }),
    people: await peopleIn(db, unit, now.toZonedDateTimeISO(institution.zone).toPlainDate()),
    mayChange: mayKeepPeople(visitor),
  }
}

/** From the top down to the unit's parent. */
function aboveOf(unit: Unit, units: Unit[]): Unit[] {
  const way: Unit[] = []
  for (let at = units.find(({ id }) => id === unit.parent); at && !way.includes(at); ) {
    way.unshift(at)
    const { parent } = at
    at = units.find(({ id }) => id === parent)
  }
  return way
}
