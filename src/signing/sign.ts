/** Signs our seat when everything that must come before is here. Called from the outbox, as often as need be. */
import { type Agreement, findAgreement, findVersion, type Seat } from '#src/agreements/index.ts'
import { crlNow, type KeyHouse, signerFor } from '#src/keys/index.ts'
import { sha256 } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { getFile, putFile } from '#src/platform/files/index.ts'
import { announce } from '#src/platform/live/index.ts'
import { message } from '#src/platform/messages.ts'
import { fillField } from '#src/platform/pades/index.ts'
import { record } from '#src/platform/record.ts'
import { endSession } from './end-session.ts'
import { signatureEvidence } from './log-evidence.ts'
import { insertRevision, progressOf } from './progress-store.ts'
import { isPast, mayEndHere, type Progress, type Revision, type Session, seatToSignNow } from './session.ts'
import { settleSession } from './settle-session.ts'
import { askingOnce, type StampGot, type Stamps } from './stamps.ts'
import { lockSession } from './store.ts'

export interface SigningHouse extends KeyHouse {
  /** Where our time-stamps come from; without them signatures are made all the same. */
  stamps?: Stamps
}

/** Nothing happens where it is not our turn, or not all consents are on both nodes, or the session is over. */
export async function signIfReady(tx: Tx, house: SigningHouse, id: string, now: Temporal.Instant): Promise<void> {
  const session = await lockSession(tx, id)
  if (!session) return
  const agreement = (await findAgreement(tx, session.agreement))!
  const progress = await progressOf(tx, session, agreement.version)
  const seat = seatToSignNow(progress)
  if (!seat) return
  if (isPast(session.deadline, now)) return lapse(tx, progress, now)
  const { previous, next, signedAt, got } = await signSeat(tx, house, { progress, seat, agreement }, now)
  const revision: Revision = {
    number: progress.revisions.length + 1,
    seat: seat.id,
    side: 'ours',
    sha256: await putFile(tx, next, 'application/pdf'),
    previousSha256: sha256(previous),
    signedAt,
    storedAt: now,
  }
  await insertRevision(tx, session.id, revision)
  const delta = Buffer.from(next.subarray(previous.length)).toString('base64')
  const { number, previousSha256 } = revision
  const body = { session: id, number, seat: seat.id, previousSha256, sha256: revision.sha256, delta }
  await record(tx, {
    at: now,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: session.agreement },
    act: 'signing.signed',
    detail: { session: id, seat: seat.id, sha256: revision.sha256, stampedAt: stampedAt(got) },
    then: [
      message(agreement.partner, 'signing.signature', session.agreement, body),
      signatureEvidence(session, revision),
    ],
  })
  await noteLack(tx, session, got, now)
  await settleSession(tx, { ...progress, revisions: [...progress.revisions, revision] }, now)
  await announce(tx, `session:${id}`)
}

/** The document with our signature, stamped where a stamp was to be had. */
async function signSeat(
  tx: Tx,
  house: SigningHouse,
  { progress, seat, agreement }: { progress: Progress; seat: Seat; agreement: Agreement },
  now: Temporal.Instant,
) {
  // Makes the list of what we revoked, and sends it, where it is due: who concludes puts it into the document.
  await crlNow(tx, house, now)
  const { organisation, previous } = await inputs(tx, progress, seat, agreement.version)
  const signer = await signerFor(tx, house, { seat, organisation, partner: agreement.partner }, now)
  const signedAt = notBefore(now, progress.revisions.at(-1)?.signedAt)
  const variant = progress.consents.find((c) => c.seat === seat.id)!.method
  const stamp = house.stamps && askingOnce(house.stamps, agreement.partner)
  const next = await fillField({ previous, field: seat.id, variant, signedAt, signer, stamp })
  const got: StampGot = stamp?.got ?? { none: 'no_authority' }
  return { previous, next, signedAt, got }
}

const stampedAt = (got: StampGot) => ('token' in got ? got.at.toString() : null)

/** A signature without a time-stamp stands; that it lacks one is noted. */
async function noteLack(tx: Tx, session: Session, got: StampGot, at: Temporal.Instant): Promise<void> {
  if ('token' in got) return
  const about = { kind: 'agreement' as const, id: session.agreement }
  const detail = { session: session.id, why: got.none }
  await record(tx, { at, by: { kind: 'node' }, about, act: 'signing.not_stamped', detail })
}

/** Past its deadline nothing is signed any more; who may end the session here does. */
async function lapse(tx: Tx, progress: Progress, at: Temporal.Instant): Promise<void> {
  if (!mayEndHere(progress)) return
  await endSession(tx, progress, { side: 'ours', kind: 'lapsed', reason: '', byName: '', at })
}

async function inputs(tx: Tx, progress: Progress, seat: Seat, version: number) {
  const { session, revisions } = progress
  const text = (await findVersion(tx, session.agreement, version))!.text
  const organisation = text.parties.find((p) => p.ror === seat.party)!.name.en
  const file = await getFile(tx, revisions.at(-1)?.sha256 ?? session.documentHash)
  return { organisation, previous: file!.bytes }
}

/** To the second, as the PDF keeps it; and never before the signature it follows, even where two clocks differ a little. */
function notBefore(now: Temporal.Instant, earlier: Temporal.Instant | undefined): Temporal.Instant {
  const second = now.round({ smallestUnit: 'second', roundingMode: 'floor' })
  return earlier && Temporal.Instant.compare(second, earlier) < 0 ? earlier : second
}
