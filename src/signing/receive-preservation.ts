/** The partner added what keeps the agreement provable: accepted only if it is our bytes plus material and a time-stamp, by the strict rule. */
import type { z } from 'zod'
import { ownRoots } from '#src/keys/index.ts'
import { sha256 } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { getFile, putFile } from '#src/platform/files/index.ts'
import { announce } from '#src/platform/live/index.ts'
import { type Answer, NotYet, type Received, type Sent } from '#src/platform/messages.ts'
import { preservable } from '#src/platform/pades/index.ts'
import { record } from '#src/platform/record.ts'
import { preservationEvidence } from './log-evidence.ts'
import { arrival, type Preservation } from './preservation.ts'
import { dropOwnFrom, insertPreservation, preservationsOf, setConfirmed, setRefused } from './preservation-store.ts'
import { anyProgress } from './receive-session.ts'
import { type Judges, problemsOf } from './receive-signature.ts'
import { decider, type Progress, refuse } from './session.ts'
import type { preservationShape } from './wire.ts'

type Body = z.infer<typeof preservationShape>

/** @throws Refusal `revision_not_acceptable` with every finding; NotYet where the conclusion or an earlier one is not here yet */
export async function receivePreservation(judges: Judges, tx: Tx, received: Received, body: Body): Promise<void> {
  const progress = await anyProgress(tx, received, body.session)
  if (progress.session.state === 'open') throw new NotYet('not_concluded_here')
  if (progress.session.state !== 'concluded') refuse('session_not_open')
  const held = await preservationsOf(tx, body.session)
  const what = arrival(decider(progress), held, body)
  if (what === 'held') return
  if (what === 'not_yet') throw new NotYet('earlier_preservation_missing')
  if (what === 'another_held') refuse('revision_not_acceptable', { problems: ['another_preservation_held'] })
  const preservation = await judged(judges, tx, received, body, headBefore(progress, held, body.number))
  if (what === 'replaces') await dropOwnFrom(tx, body.session, body.number)
  await insertPreservation(tx, body.session, preservation)
  await record(tx, {
    at: received.at,
    by: { kind: 'partner', institution: received.from, name: '' },
    about: { kind: 'agreement', id: progress.session.agreement },
    act: 'signing.preserved',
    detail: { session: body.session, number: body.number, sha256: body.sha256 },
    then: [preservationEvidence(progress.session, preservation)],
  })
  await announce(tx, `session:${body.session}`)
}

const headBefore = ({ revisions }: Progress, held: Preservation[], number: number) =>
  (held.find((p) => p.number === number - 1) ?? revisions.at(-1)!).sha256

async function judged(
  { rootOf, stampRoots }: Judges,
  tx: Tx,
  received: Pick<Received, 'from' | 'at'>,
  body: Body,
  head: string,
) {
  const previous = (await getFile(tx, head))!.bytes
  const next = Buffer.concat([previous, Buffer.from(body.delta, 'base64')])
  if (head !== body.previousSha256 || sha256(next) !== body.sha256)
    refuse('revision_not_acceptable', { problems: ['bytes_differ'] })
  const theirs = (await rootOf(tx, received.from)) ?? refuse('not_the_partner', {}, 403)
  const roots = [await ownRoots(tx), theirs]
  const { accepted, problems, stamp } = preservable(previous, next, { roots, stampRoots, at: received.at })
  if (!accepted || !stamp?.at)
    return refuse('revision_not_acceptable', { problems: [...new Set(problems.map((p) => p.code))] })
  await putFile(tx, next, 'application/pdf')
  return {
    number: body.number,
    side: 'theirs' as const,
    sha256: body.sha256,
    previousSha256: head,
    stampedAt: Temporal.Instant.from(stamp.at),
    until: stamp.until ? Temporal.Instant.from(stamp.until) : null,
    storedAt: received.at,
    confirmedAt: received.at,
    refusedAt: null,
    again: 0,
    lacksLists: false,
  }
}

/**
 * Ours, which the partner's node holds and our database, set back, no longer: the very bytes come back. What was added here since in
 * its place goes, as the partner would not take it.
 */
export async function sayPreservationAgain(judges: Judges, tx: Tx, sent: Sent, body: Body): Promise<void> {
  const { about, to: from, at } = sent
  const progress = await anyProgress(tx, { about, from }, body.session)
  if (progress.session.state !== 'concluded') throw new NotYet('not_concluded_here')
  const held = await preservationsOf(tx, body.session)
  if (held.some((p) => p.sha256 === body.sha256)) return
  if (held.length < body.number - 1) throw new NotYet('earlier_preservation_missing')
  const preservation = await judged(judges, tx, { from, at }, body, headBefore(progress, held, body.number))
  await dropOwnFrom(tx, body.session, body.number)
  await insertPreservation(tx, body.session, { ...preservation, side: 'ours' })
  await record(tx, {
    at,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: about },
    act: 'signing.preserved',
    detail: { session: body.session, number: body.number, sha256: body.sha256, takenBack: true },
    then: [preservationEvidence(progress.session, { ...preservation, side: 'ours' })],
  })
  await announce(tx, `session:${body.session}`)
}

/** The partner's node holds the same, or says why not; then it is offered again later. */
export async function preservationAnswered(tx: Tx, sent: Sent, body: Body, answer: Answer): Promise<void> {
  const { session, number, sha256: hash } = body
  if (answer.answer === 'accepted') return setConfirmed(tx, session, hash, sent.at)
  await setRefused(tx, session, hash, sent.at)
  await record(tx, {
    at: sent.at,
    by: { kind: 'partner', institution: sent.to, name: '' },
    about: { kind: 'agreement', id: sent.about },
    act: 'signing.preservation_refused',
    detail: { session, number, reason: answer.reason, problems: problemsOf(answer.details) },
  })
  await announce(tx, `session:${session}`)
}
