/** Reads the facts of a university and the answers of due diligence, for officers. */
import type { Db } from '#src/platform/database/tables.ts'
import { answersOf } from './fact-store.ts'
import { factsOf } from './institution-facts-store.ts'
import type { OfficersInstitution } from './keep-facts.ts'
import { ourInstitution } from './store.ts'

export type ReadFacts = Awaited<ReturnType<typeof readFacts>>

export async function readFacts(db: Db, { institution }: OfficersInstitution, now: Temporal.Instant) {
  const us = await ourInstitution(db)
  return {
    institution,
    today: now.toZonedDateTimeISO(us.zone).toPlainDate(),
    facts: await factsOf(db, institution.ror),
    answers: await answersOf(db, institution.ror),
  }
}
