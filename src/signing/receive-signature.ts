/** The partner signed: its revision is accepted only if it is our bytes plus exactly one pre-declared field filled. */
import type { z } from 'zod'
import { ownRoots } from '#src/keys/index.ts'
import { sha256 } from '#src/platform/canonical.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { getFile, putFile } from '#src/platform/files/index.ts'
import { announce } from '#src/platform/live/index.ts'
import { NotYet, type Received, type Sent } from '#src/platform/messages.ts'
import { countersignable, type SignatureVerdict } from '#src/platform/pades/index.ts'
import { record } from '#src/platform/record.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { signatureEvidence } from './log-evidence.ts'
import { insertRevision } from './progress-store.ts'
import { anyProgress } from './receive-session.ts'
import { nextToSign, type Progress, type Revision, refuse } from './session.ts'
import { settleSession } from './settle-session.ts'
import type { signatureShape } from './wire.ts'

type Body = z.infer<typeof signatureShape>

export interface Judges {
  rootOf: RootOf
  /** PEM of the roots of time-stamping authorities that are no partner's. */
  stampRoots?: string[]
}

/** The pinned root certificate (PEM) of a partner's node; undefined where it is not paired. */
export type RootOf = (db: Db, ror: string) => Promise<string | undefined>

/** @throws Refusal `revision_not_acceptable` with every finding; NotYet where a consent or an earlier signature is not here yet */
export async function receiveSignature(judges: Judges, tx: Tx, received: Received, body: Body): Promise<void> {
  const progress = await anyProgress(tx, received, body.session)
  const held = progress.revisions.find((r) => r.number === body.number)
  if (held)
    return held.sha256 === body.sha256
      ? undefined
      : refuse('revision_not_acceptable', { problems: ['another_signature_held'] })
  if (progress.session.state !== 'open') refuse('session_not_open')
  await checkTurn(progress, body)
  const previous = (await getFile(tx, progress.revisions.at(-1)?.sha256 ?? progress.session.documentHash))!.bytes
  const next = Buffer.concat([previous, Buffer.from(body.delta, 'base64')])
  if (sha256(previous) !== body.previousSha256 || sha256(next) !== body.sha256) {
    refuse('revision_not_acceptable', { problems: ['bytes_differ'] })
  }
  const signature = await judge(judges, tx, received, previous, next)
  const signedAt = Temporal.Instant.from(signature.signedAt)
  const problems = mismatches(progress, body, signature, received.at)
  if (problems.length > 0) refuse('revision_not_acceptable', { problems })
  const { number, seat, previousSha256 } = body
  await putFile(tx, next, 'application/pdf')
  const revision: Revision = {
    number,
    seat,
    side: 'theirs',
    sha256: body.sha256,
    previousSha256,
    signedAt,
    storedAt: received.at,
  }
  await insertRevision(tx, body.session, revision)
  await record(tx, {
    at: received.at,
    by: { kind: 'partner', institution: received.from, name: signature.signer },
    about: { kind: 'agreement', id: progress.session.agreement },
    act: 'signing.signed',
    detail: { session: body.session, seat, sha256: body.sha256, stampedAt: signature.timeStamp?.at ?? null },
    then: [signatureEvidence(progress.session, revision)],
  })
  await settleSession(tx, { ...progress, revisions: [...progress.revisions, revision] }, received.at)
  await announce(tx, `session:${body.session}`)
}

async function checkTurn(progress: Progress, body: Body): Promise<void> {
  if (body.number > progress.revisions.length + 1) throw new NotYet('earlier_signature_missing')
  if (progress.seats.some((s) => !progress.consents.some((c) => c.seat === s.id))) throw new NotYet('consent_missing')
  const next = nextToSign(progress)
  if (next?.id !== body.seat || next.side !== 'theirs')
    refuse('revision_not_acceptable', { problems: ['not_its_turn'] })
}

async function judge(
  { rootOf, stampRoots }: Judges,
  tx: Tx,
  { from, at }: Received,
  previous: Uint8Array,
  next: Uint8Array,
): Promise<SignatureVerdict> {
  const root = (await rootOf(tx, from)) ?? refuse('not_the_partner', {}, 403)
  const { accepted, problems, signature } = countersignable(previous, next, {
    roots: [
      { pem: root, party: from },
      { pem: await ownRoots(tx), party: 'ours' },
    ],
    stampRoots,
    at,
  })
  if (!accepted || !signature)
    return refuse('revision_not_acceptable', { problems: [...new Set(problems.map((p) => p.code))] })
  return signature
}

/** The right seat, the face that fits the consent, and a time that is neither ahead of us nor before the signature it follows. */
function mismatches(progress: Progress, body: Body, signature: SignatureVerdict, now: Temporal.Instant): string[] {
  const consent = progress.consents.find((c) => c.seat === body.seat)!
  const signedAt = Temporal.Instant.from(signature.signedAt)
  const earlier = progress.revisions.at(-1)?.signedAt
  return [
    ...(signature.field === body.seat ? [] : ['another_seat']),
    ...(signature.variant === consent.method ? [] : ['another_way_of_consent']),
    ...(now.until(signedAt).total('minutes') > 5 ? ['time_ahead'] : []),
    ...(earlier && Temporal.Instant.compare(signedAt, earlier) < 0 ? ['time_before_earlier_signature'] : []),
    ...(signedAt.until(progress.session.openedAt).total('minutes') > 5 ? ['time_before_session'] : []),
  ]
}

/**
 * We did not accept the partner's signature: our side sees it too, with what was found. One that comes after the session lapsed, or
 * ended otherwise, is void on its face: the log has the ending, and no signature after it counts.
 */
export async function noteRefusedSignature(tx: Tx, received: Received, body: Body, refusal: Refusal): Promise<void> {
  const progress = await anyProgress(tx, received, body.session).catch(() => undefined)
  if (!progress || progress.session.state === 'concluded') return
  const { reason, details } = refusal
  await record(tx, {
    at: received.at,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: received.about },
    act: 'signing.refused_signature',
    detail: { session: body.session, seat: body.seat, reason, problems: problemsOf(details) },
  })
  await announce(tx, `session:${body.session}`)
}

/** The findings by their codes; another node may send anything, at any length. */
export function problemsOf({ problems }: { problems?: unknown }): string[] {
  const codes = Array.isArray(problems) ? problems.filter((code) => typeof code === 'string') : []
  return codes.slice(0, 20).map((code) => code.slice(0, 60))
}

/** The partner's node refused our signature: everyone sees why; an officer can offer it again, or the session ends. */
export async function signatureRefused(
  tx: Tx,
  sent: Sent,
  body: Body,
  reason: string,
  details: { problems?: unknown },
): Promise<void> {
  const { session, seat, again = 0 } = body
  await record(tx, {
    at: sent.at,
    by: { kind: 'partner', institution: sent.to, name: '' },
    about: { kind: 'agreement', id: sent.about },
    act: 'signing.signature_refused',
    detail: { session, seat, again, reason, problems: problemsOf(details) },
  })
  await announce(tx, `session:${body.session}`)
}
