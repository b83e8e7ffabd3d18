/** The partner opens a session, reads, or ends it; and what our own node hears in answer. */
import type { z } from 'zod'
import {
  type Agreement,
  endSigning,
  findAgreement,
  lockAgreement,
  pinsOf,
  seatsHash,
  wereCleared,
} from '#src/agreements/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { NotYet, type Received, type Sent } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import { endSession } from './end-session.ts'
import { insertEnding, saveTheirEnding } from './ending-store.ts'
import { endingEvidence } from './log-evidence.ts'
import { progressOf } from './progress-store.ts'
import { insertReading } from './reading-store.ts'
import { refusedOpenings } from './refused-store.ts'
import { type Ending, isPast, type Progress, refuse, type Session, sessionId } from './session.ts'
import { startSession } from './start-session.ts'
import { findSession, lockSession, saveSession, sessionsOf } from './store.ts'
import type { Decision, endingShape, openShape, questionShape, readingShape } from './wire.ts'

type Open = z.infer<typeof openShape>

/** @throws Refusal where what the partner would sign is not exactly what we froze and approved */
export async function receiveOpen(tx: Tx, received: Received, body: Open): Promise<void> {
  const agreement = (await lockAgreement(tx, received.about)) ?? notYet('agreement_missing')
  if (agreement.partner !== received.from) refuse('not_the_partner', {}, 403)
  const sessions = await sessionsOf(tx, agreement.id)
  const id = sessionId({ agreement: agreement.id, ...body })
  const ours = sessions.find((s) => s.id === id)
  if (ours && ours.state !== 'open') refuse('session_not_open')
  if (ours) return mergeDeadline(tx, received, ours, body)
  const open = sessions.find((s) => s.state === 'open')
  // The partner is past the session we still think open: its ending, or its answer to our question, is on its way.
  if (open && open.attempt < body.attempt) throw new NotYet('ending_missing')
  if (open) refuse('another_session_open')
  if (sessions.some((s) => s.attempt >= body.attempt)) refuse('another_session_open')
  await checkSame(tx, agreement, body)
  const { attempt, deadline, byName, at } = body
  const session = await startSession(tx, agreement, {
    attempt,
    openedBy: 'theirs',
    openedByName: byName,
    openedAt: at,
    deadline,
  })
  await record(tx, {
    at: received.at,
    by: { kind: 'partner', institution: received.from, name: byName },
    about: { kind: 'agreement', id: agreement.id },
    act: 'signing.opened',
    detail: { session: session.id, deadline: deadline.toString() },
  })
}

async function checkSame(tx: Tx, agreement: Agreement, body: Open): Promise<void> {
  if (agreement.state === 'negotiating') refuse('agreement_not_approved', { state: agreement.state })
  if (agreement.frozen?.textHash !== body.textHash || agreement.frozen.documentHash !== body.documentHash)
    refuse('copies_differ')
  if (seatsHash(await pinsOf(tx, agreement.id)) !== body.seatsHash) refuse('seats_differ')
  // Waiting is for an approval that is on its way. After approvals were cleared here, the partner's next one waits behind this message.
  if (agreement.state === 'frozen' && !(await wereCleared(tx, agreement))) throw new NotYet('approval_missing')
  if (agreement.state !== 'approved') refuse('agreement_not_approved', { state: agreement.state })
}

/** Both sides opened the same session at once: the earlier deadline holds, on both nodes. */
async function mergeDeadline(tx: Tx, received: Received, ours: Session, body: Open): Promise<void> {
  const earlier = Temporal.Instant.compare(body.deadline, ours.deadline) < 0 ? body.deadline : ours.deadline
  await saveSession(tx, { ...ours, deadline: earlier })
  await record(tx, {
    at: received.at,
    by: { kind: 'partner', institution: received.from, name: body.byName },
    about: { kind: 'agreement', id: ours.agreement },
    act: 'signing.opened_too',
    detail: { session: ours.id, deadline: earlier.toString() },
  })
  await announce(tx, `session:${ours.id}`)
}

/** We refused to open the partner's session: what follows about it can never be done here. */
export async function noteRefusedOpen(tx: Tx, received: Received, body: Open, reason: string): Promise<void> {
  const agreement = await findAgreement(tx, received.about)
  const session = sessionId({ agreement: received.about, ...body })
  if (agreement?.partner !== received.from || (await findSession(tx, session))) return
  await record(tx, {
    at: received.at,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: agreement.id },
    act: 'signing.refused_open',
    detail: { session, attempt: body.attempt, reason },
  })
}

/** The partner's node refused our session: it ends here, and says why. */
export async function openRefused(tx: Tx, sent: Sent, body: Open, reason: string): Promise<void> {
  const session = await lockSession(tx, sessionId({ agreement: sent.about, ...body }))
  if (session?.state !== 'open') return
  const ending: Ending = { side: 'theirs', kind: 'not_opened', reason, byName: '', at: sent.at }
  const { version } = (await lockAgreement(tx, session.agreement))!
  const by = { kind: 'partner' as const, institution: sent.to, name: '' }
  await endSession(tx, await progressOf(tx, session, version), ending, by)
}

export async function receiveReading(tx: Tx, received: Received, body: z.infer<typeof readingShape>): Promise<void> {
  const progress = await openProgress(tx, received, body.session)
  if (!progress.seats.some((s) => s.id === body.seat && s.side === 'theirs')) refuse('not_a_signatory', {}, 403)
  await insertReading(tx, body.session, body.seat, body.at)
  await announce(tx, `session:${body.session}`)
}

/** The partner ended the session, as it may: we apply it. Where we ended it too, both reasons are kept. */
export async function receiveEnding(tx: Tx, received: Received, body: z.infer<typeof endingShape>): Promise<void> {
  const { session: id, ...said } = body
  const progress = await anyProgress(tx, received, id)
  if (progress.session.state === 'concluded') refuse('already_concluded')
  const by = { kind: 'partner' as const, institution: received.from, name: said.byName }
  if (progress.session.state === 'open') return endSession(tx, progress, { side: 'theirs', ...said }, by)
  await saveTheirEnding(tx, id, said)
  const about = { kind: 'agreement', id: progress.session.agreement }
  await record(tx, {
    at: received.at,
    by,
    about,
    act: `signing.${said.kind}`,
    detail: { session: id, reason: said.reason },
  })
  await announce(tx, `session:${id}`)
}

/** The partner, having signed, asks us to end the session. The decision is ours, and made in this transaction. */
export async function receiveQuestion(
  tx: Tx,
  received: Received,
  body: z.infer<typeof questionShape>,
): Promise<Decision> {
  const { session: id, ...asked } = body
  const progress = await anyProgress(tx, received, id)
  if (progress.session.state === 'concluded') return { decision: 'concluded' }
  if (progress.session.state === 'ended') {
    if (asked.kind !== 'lapsed') await insertEnding(tx, id, { ...asked, side: 'theirs' })
    return { decision: 'ended' }
  }
  if (asked.kind === 'lapsed') {
    if (!isPast(progress.session.deadline, received.at)) throw new NotYet('deadline_not_past_here')
    await endSession(tx, progress, { ...asked, side: 'ours', at: received.at })
  } else {
    const by = { kind: 'partner' as const, institution: received.from, name: asked.byName }
    await endSession(tx, progress, { ...asked, side: 'theirs' }, by)
  }
  return { decision: 'ended' }
}

/** The deciding node's answer. `concluded`: its signature is on its way, nothing to do here. */
export async function questionAnswered(
  tx: Tx,
  sent: Sent,
  body: z.infer<typeof questionShape>,
  decision: Decision,
): Promise<void> {
  if (decision.decision !== 'ended') return
  const { session: id, ...asked } = body
  const session = await lockSession(tx, id)
  if (!session) return
  if (asked.kind !== 'lapsed') await insertEnding(tx, id, { ...asked, side: 'ours' })
  if (session.state !== 'open') return
  // The partner's own word follows by itself; until then, that the deadline passed is all there is to say.
  if (asked.kind === 'lapsed') await insertEnding(tx, id, { ...asked, side: 'theirs' })
  await saveSession(tx, { ...session, state: 'ended' })
  const agreement = (await lockAgreement(tx, session.agreement))!
  const about = { kind: 'agreement', id: session.agreement }
  const detail = { session: id, reason: asked.reason }
  const lapsed = asked.kind === 'lapsed'
  const ending: Ending = { ...asked, side: lapsed ? 'theirs' : 'ours', at: lapsed ? sent.at : asked.at }
  await record(tx, {
    at: sent.at,
    by: { kind: 'partner', institution: sent.to, name: '' },
    about,
    act: `signing.${asked.kind}`,
    detail,
    then: [endingEvidence(session, ending)],
  })
  await endSigning(tx, agreement, sent.at)
  await announce(tx, `session:${id}`)
}

/** The session a message is about, held, whatever its state. @throws NotYet where it is not here yet, Refusal where it never will be */
export async function anyProgress(tx: Tx, received: Pick<Received, 'about' | 'from'>, id: string): Promise<Progress> {
  const session = (await lockSession(tx, id)) ?? (await missing(tx, received, id))
  const agreement = (await lockAgreement(tx, session.agreement))!
  if (agreement.partner !== received.from || agreement.id !== received.about) refuse('not_the_partner', {}, 403)
  return progressOf(tx, session, agreement.version)
}

/** The same, for an open session. @throws Refusal `session_not_open` or `already_concluded` */
export async function openProgress(tx: Tx, received: Received, id: string): Promise<Progress> {
  const progress = await anyProgress(tx, received, id)
  if (progress.session.state === 'concluded') refuse('already_concluded')
  if (progress.session.state !== 'open') refuse('session_not_open')
  return progress
}

async function missing(tx: Tx, { about, from }: Pick<Received, 'about' | 'from'>, id: string): Promise<never> {
  const agreement = (await findAgreement(tx, about)) ?? notYet('agreement_missing')
  if (agreement.partner !== from) refuse('not_the_partner', {}, 403)
  const refused = (await refusedOpenings(tx, about)).some((r) => r.session === id)
  return refused ? refuse('session_not_open') : notYet('session_missing')
}

function notYet(reason: string): never {
  throw new NotYet(reason)
}
