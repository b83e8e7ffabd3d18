/** All that the Today page shows, for one visitor. */
import { agreementRegister, maySeeAgreements } from '#src/agreements/index.ts'
import { peers, waitingMessages } from '#src/federation/index.ts'
import { institutionsOf, ourInstitution, partnerCounts } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { waitingFor } from './waiting.ts'

export async function readToday(db: Db, visitor: Visitor, steps: string[]) {
  const waiting = await waitingFor(db, visitor, steps)
  const office = maySeeAgreements(visitor)
  const agreements = office ? await agreementRegister(db) : []
  const paired = office ? (await peers(db)).filter((p) => p.confirmed_at) : []
  const named = [...agreements.map(({ partner }) => partner), ...paired.map(({ institution }) => institution)]
  const waitedFor = waiting.map(({ agreement }) => agreement.partner)
  return {
    waiting,
    office,
    agreements,
    institutions: [await ourInstitution(db), ...(await institutionsOf(db, [...named, ...waitedFor]))],
    partners: office ? await partnerCounts(db) : { all: 0, key: 0 },
    peers: paired,
    undelivered: office ? await waitingMessages(db) : [],
  }
}

export type Today = Awaited<ReturnType<typeof readToday>>
