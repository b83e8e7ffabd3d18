/**
 * Our database was set back to before some of our own messages about signing; the partner's node has given them back, each with our own
 * signature. What it says is done again here. Nothing is ever consented to or signed anew: the very bytes come back.
 */
import type { z } from 'zod'
import { lockAgreement } from '#src/agreements/index.ts'
import { ownRoots } from '#src/keys/index.ts'
import { sha256 } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { getFile, putFile } from '#src/platform/files/index.ts'
import { announce } from '#src/platform/live/index.ts'
import { NotYet, type Sent } from '#src/platform/messages.ts'
import { countersignable } from '#src/platform/pades/index.ts'
import { queue, record } from '#src/platform/record.ts'
import { insertConsent } from './consent-store.ts'
import { endSession } from './end-session.ts'
import { consentEvidence, signatureEvidence } from './log-evidence.ts'
import { insertRevision } from './progress-store.ts'
import { insertReading } from './reading-store.ts'
import { anyProgress } from './receive-session.ts'
import { nextToSign, type Progress, type Revision, refuse, type Session, sessionId } from './session.ts'
import { settleSession } from './settle-session.ts'
import { startSession } from './start-session.ts'
import { findSession } from './store.ts'
import type { consentShape, endingShape, openShape, readingShape, signatureShape } from './wire.ts'

type Body<Shape extends z.ZodType> = z.infer<Shape>

const progressAt = (tx: Tx, { about, to }: Sent, session: string): Promise<Progress> =>
  anyProgress(tx, { about, from: to }, session)

async function noted(tx: Tx, sent: Sent, { id }: Pick<Session, 'id'>, act: string): Promise<void> {
  const about = { kind: 'agreement', id: sent.about }
  await record(tx, { at: sent.at, by: { kind: 'node' }, about, act, detail: { session: id, takenBack: true } })
  await announce(tx, `session:${id}`)
}

export async function sayOpenAgain(tx: Tx, sent: Sent, body: Body<typeof openShape>): Promise<void> {
  const agreement = await lockAgreement(tx, sent.about)
  if (!agreement) throw new NotYet('agreement_missing')
  if (await findSession(tx, sessionId({ agreement: agreement.id, ...body }))) return
  if (agreement.state !== 'approved') throw new NotYet('approval_missing')
  const { attempt, deadline, byName, at } = body
  const start = { attempt, openedBy: 'ours' as const, openedByName: byName, openedAt: at, deadline }
  const session = await startSession(tx, agreement, start)
  if (session.id !== sessionId({ agreement: agreement.id, ...body })) refuse('copies_differ')
  await noted(tx, sent, session, 'signing.opened')
}

export async function sayReadingAgain(tx: Tx, sent: Sent, body: Body<typeof readingShape>): Promise<void> {
  await progressAt(tx, sent, body.session)
  await insertReading(tx, body.session, body.seat, body.at)
}

export async function sayConsentAgain(tx: Tx, sent: Sent, body: Body<typeof consentShape>): Promise<void> {
  const { session, consents } = await progressAt(tx, sent, body.session)
  const { statement, at } = body
  const there = consents.find((c) => c.seat === statement.seat)
  if (there && there.statement.nonce !== statement.nonce) refuse('already_consented')
  if (there || session.state !== 'open') return
  const { method, seat } = statement
  const assertion = method === 'passkey' ? body.assertion : null
  const given = { side: 'ours' as const, statement, assertion, at }
  await insertConsent(tx, session.id, { ...given, seat, method, acknowledgedAt: null })
  await queue(tx, sent.at, [consentEvidence(session, given)])
  await noted(tx, sent, session, 'signing.consented')
}

/** The signature must be under a root of ours, and fit the bytes we hold. */
export async function saySignatureAgain(tx: Tx, sent: Sent, body: Body<typeof signatureShape>): Promise<void> {
  const progress = await progressAt(tx, sent, body.session)
  const { session, revisions } = progress
  const there = revisions.find((r) => r.seat === body.seat)
  if (there && there.sha256 !== body.sha256) refuse('revision_not_acceptable', { problems: ['another_signature_held'] })
  if (there || session.state !== 'open') return
  const previous = (await getFile(tx, revisions.at(-1)?.sha256 ?? session.documentHash))?.bytes
  const next = nextToSign(progress)
  if (!previous || next?.id !== body.seat || sha256(previous) !== body.previousSha256)
    throw new NotYet('earlier_signature_missing')
  const bytes = Buffer.concat([previous, Buffer.from(body.delta, 'base64')])
  const roots = [{ pem: await ownRoots(tx), party: next.party }]
  const verdict = countersignable(previous, bytes, { roots })
  if (sha256(bytes) !== body.sha256 || !verdict.accepted || !verdict.signature)
    return refuse('revision_not_acceptable', { problems: ['bytes_differ'] })
  const { number, seat, previousSha256 } = body
  const signedAt = Temporal.Instant.from(verdict.signature.signedAt)
  const at = { signedAt, storedAt: sent.at }
  const kept = await putFile(tx, bytes, 'application/pdf')
  const revision: Revision = { number, seat, side: 'ours', sha256: kept, previousSha256, ...at }
  await insertRevision(tx, session.id, revision)
  await queue(tx, sent.at, [signatureEvidence(session, revision)])
  await noted(tx, sent, session, 'signing.signed')
  await settleSession(tx, { ...progress, revisions: [...revisions, revision] }, sent.at)
}

/** The partner's node is told once more, in the same message, which it answers as it did. */
export async function sayEndingAgain(tx: Tx, sent: Sent, body: Body<typeof endingShape>): Promise<void> {
  const { session: id, ...said } = body
  const progress = await progressAt(tx, sent, id)
  if (progress.session.state !== 'open') return
  await endSession(tx, progress, { side: 'ours', ...said })
}
