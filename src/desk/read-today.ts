/** All that the Today page shows, for one visitor. */
import { agreementRegister, maySeeAgreements } from '#src/agreements/index.ts'
import { peers, waitingMessages } from '#src/federation/index.ts'
import { institutions, partnerships } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { waitingFor } from './waiting.ts'

export async function readToday(db: Db, visitor: Visitor, steps: string[]) {
  const waiting = await waitingFor(db, visitor, steps)
  const office = maySeeAgreements(visitor)
  return {
    waiting,
    office,
    agreements: office ? await agreementRegister(db) : [],
    institutions: await institutions(db),
    partnerships: office ? await partnerships(db) : [],
    peers: office ? (await peers(db)).filter((p) => p.confirmed_at) : [],
    undelivered: office ? await waitingMessages(db) : [],
  }
}

export type Today = Awaited<ReturnType<typeof readToday>>
