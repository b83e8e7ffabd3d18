/** By the clock: what was not preserved yet is, what runs out is renewed, a list that came late is added, what the partner refused is offered again. */
import { findAgreement } from '#src/agreements/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { message } from '#src/platform/messages.ts'
import { queueOnce } from '#src/platform/outbox/index.ts'
import { queue } from '#src/platform/record.ts'
import { concludedSessions, countOffer, preservationsOf, refusedBefore } from './preservation-store.ts'
import { lockSession } from './store.ts'
import { whyPreserve } from './why-preserve.ts'
import { preserveWork } from './work.ts'

const daily = Temporal.Duration.from({ hours: 24 })

export async function watchPreservation(db: Db, now: Temporal.Instant): Promise<void> {
  for (const id of await concludedSessions(db)) {
    if (await whyPreserve(db, id, now)) await db.transaction().execute((tx) => queueOnce(tx, now, preserveWork({ id })))
  }
  for (const { session, number } of await refusedBefore(db, now.subtract(daily)))
    await db.transaction().execute((tx) => offerAgain(tx, session, number, now))
}

/** The same bytes in a message of its own. */
async function offerAgain(tx: Tx, id: string, number: number, now: Temporal.Instant): Promise<void> {
  const session = (await lockSession(tx, id))!
  const one = (await preservationsOf(tx, id)).find((p) => p.number === number)
  if (!one?.refusedAt || one.confirmedAt) return
  const [next, previous] = [(await getFile(tx, one.sha256))!, (await getFile(tx, one.previousSha256))!]
  const delta = Buffer.from(next.bytes.subarray(previous.bytes.length)).toString('base64')
  const again = await countOffer(tx, id, number)
  const { sha256, previousSha256 } = one
  const { partner } = (await findAgreement(tx, session.agreement))!
  const body = { session: id, number, previousSha256, sha256, delta, again }
  await queue(tx, now, [message(partner, 'signing.preservation', session.agreement, body)])
}
