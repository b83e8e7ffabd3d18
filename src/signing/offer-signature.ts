/** Offers a signature of ours once more to the partner's node, which did not accept it: the same bytes, in a message of its own. */
import { lockAgreement } from '#src/agreements/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { announce } from '#src/platform/live/index.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersSession } from './access.ts'
import { progressOf } from './progress-store.ts'
import { refusedOf, timesOffered } from './refused-store.ts'
import type { Revision, Session } from './session.ts'
import { lockSession } from './store.ts'

/**
 * Never signs anew: where we sign last, the agreement is concluded with these very bytes. Done twice, it is offered once.
 * Where nothing of ours stands refused, nothing happens.
 */
export async function offerSignature(
  db: Db,
  { officer, progress }: OfficersSession,
  at: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const session = (await lockSession(tx, progress.session.id))!
    if (session.state === 'ended') return
    const agreement = (await lockAgreement(tx, session.agreement))!
    const { revisions } = await progressOf(tx, session, agreement.version)
    const refused = await refusedOf(tx, session)
    for (const { seat } of refused.filter((r) => r.what === 'signature' && r.by === 'theirs')) {
      const body = await offerOf(tx, session, revisions.find((r) => r.seat === seat)!)
      const { again } = body
      await record(tx, {
        at,
        by: actorOf(officer),
        about: { kind: 'agreement', id: agreement.id },
        act: 'signing.signature_offered',
        detail: { session: session.id, seat, again },
        then: [message(agreement.partner, 'signing.signature', agreement.id, body)],
      })
    }
    await announce(tx, `session:${session.id}`)
  })
}

async function offerOf(tx: Tx, session: Session, { number, seat, sha256, previousSha256 }: Revision) {
  const [signed, previous] = [(await getFile(tx, sha256))!, (await getFile(tx, previousSha256))!]
  const delta = Buffer.from(signed.bytes.subarray(previous.bytes.length)).toString('base64')
  const again = 1 + (await timesOffered(tx, session, seat))
  return { session: session.id, number, seat, previousSha256, sha256, delta, again }
}
