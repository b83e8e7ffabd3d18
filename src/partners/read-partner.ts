/** Reads everything the page of one university shows. */
import type { Db } from '#src/platform/database/tables.ts'
import { mayMovePartnership, type SeenPartner } from './access.ts'
import { officerActs } from './partnership.ts'
import { factsOf, ourInstitution, peopleOf, stepsOf } from './store.ts'

export type Partner = Awaited<ReturnType<typeof readPartner>>

export async function readPartner(db: Db, seen: SeenPartner) {
  const { institution, partnership, visitor } = seen
  const officer = mayMovePartnership(visitor)
  return {
    ...seen,
    us: await ourInstitution(db),
    facts: await factsOf(db, institution.ror),
    people: await peopleOf(db, institution.ror),
    steps: partnership ? await stepsOf(db, partnership.id) : [],
    acts: officer && partnership ? officerActs(partnership) : [],
    mayStart: officer && !institution.ours,
  }
}
