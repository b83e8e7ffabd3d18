/** The partner's signatory consented: we verify it ourselves, with the key pinned before approval. */
import type { z } from 'zod'
import { findAgreement, findVersion, pinsOf, signatories } from '#src/agreements/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { mail } from '#src/platform/mail/index.ts'
import type { Received, Sent } from '#src/platform/messages.ts'
import { verifyAssertion } from '#src/platform/people/index.ts'
import { type Following, queue, record } from '#src/platform/record.ts'
import { acknowledgeConsent, insertConsent, voidConsent } from './consent-store.ts'
import { consentEvidence } from './log-evidence.ts'
import { openProgress } from './receive-session.ts'
import { challengeOf, refuse, type Session, type Statement, saysTheSame } from './session.ts'
import { lockSession } from './store.ts'
import type { consentShape } from './wire.ts'
import { mailWords } from './words.ts'
import { signWork } from './work.ts'

type Body = z.infer<typeof consentShape>

/** @throws Refusal `consent_not_valid` where the passkey's answer does not fit the pinned key, statement, RP ID or origin */
export async function receiveConsent(tx: Tx, received: Received, body: Body): Promise<void> {
  const progress = await openProgress(tx, received, body.session)
  const { statement } = body
  const seat = progress.seats.find((s) => s.id === statement.seat)
  if (seat?.side !== 'theirs') refuse('not_a_signatory', {}, 403)
  if (!saysTheSame(progress, statement)) refuse('consent_changed')
  if (progress.consents.some((c) => c.seat === statement.seat)) refuse('already_consented')
  await verify(tx, progress.session.agreement, statement, body.assertion)
  const { method } = statement
  const assertion = method === 'passkey' ? body.assertion : null
  await insertConsent(tx, body.session, {
    seat: statement.seat,
    side: 'theirs',
    method,
    statement,
    assertion,
    at: body.at,
    acknowledgedAt: null,
  })
  await record(tx, {
    at: received.at,
    by: { kind: 'partner', institution: received.from, name: statement.name.latin },
    about: { kind: 'agreement', id: progress.session.agreement },
    act: 'signing.consented',
    detail: { session: body.session, seat: statement.seat, method },
    then: [
      consentEvidence(progress.session, { side: 'theirs', statement, assertion, at: body.at }),
      signWork(progress.session),
    ],
  })
  await announce(tx, `session:${body.session}`)
}

/** A seat pinned with passkeys cannot be consented to by a code; what a code proves is the partner node's word alone. */
async function verify(tx: Tx, agreement: string, statement: Statement, response: unknown): Promise<void> {
  const pin = (await pinsOf(tx, agreement)).find((p) => p.seat === statement.seat)?.pin
  if (pin?.method !== statement.method) return refuse('passkey_required')
  if (pin.method === 'code') return
  const credentialId = (response as { id?: unknown } | null)?.id
  const credential = pin.credentials.find((c) => c.id === credentialId)
  if (!credential) return refuse('passkey_not_pinned')
  const verdict = await verifyAssertion({
    response,
    challenge: challengeOf(statement),
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey, 'base64url'),
    rpId: pin.rpId,
    origin: pin.origin,
  })
  if (!verdict.ok) refuse('consent_not_valid', { why: verdict.why })
}

/** The partner's node holds our consent now: one condition less before signing. */
export async function consentAcknowledged(tx: Tx, sent: Sent, body: Body): Promise<void> {
  await acknowledgeConsent(tx, body.statement, sent.at)
  await queue(tx, sent.at, [signWork({ id: body.session })])
  await announce(tx, `session:${body.session}`)
}

/**
 * The partner's node did not accept our consent: it does not stand here either, everyone sees why, and its signatory is asked to
 * give it anew. In a session that is over nothing of that matters any more.
 */
export async function consentRefused(tx: Tx, sent: Sent, body: Body, reason: string): Promise<void> {
  const session = await lockSession(tx, body.session)
  if (session?.state !== 'open' || !(await voidConsent(tx, body.statement))) return
  await record(tx, {
    at: sent.at,
    by: { kind: 'partner', institution: sent.to, name: '' },
    about: { kind: 'agreement', id: sent.about },
    act: 'signing.consent_refused',
    detail: { session: body.session, seat: body.statement.seat, reason },
    then: await letters(tx, session, body.statement.seat),
  })
  await announce(tx, `session:${body.session}`)
}

/** To whoever holds the seat: their consent is to be given once more. */
async function letters(tx: Tx, { id, agreement }: Session, seat: string): Promise<Following[]> {
  const { version } = (await findAgreement(tx, agreement))!
  const { title } = (await findVersion(tx, agreement, version))!.text
  const holders = (await signatories(tx, agreement)).filter((s) => s.seat === seat)
  const text = { subject: mailWords.againSubject(title), text: mailWords.againText(title) }
  return holders.map(({ account }) => mail({ to: { account }, ...text, path: `/signing/${id}/sign` }))
}

/** We did not accept the partner's consent: our side sees it too. */
export async function noteRefusedConsent(tx: Tx, received: Received, body: Body, reason: string): Promise<void> {
  const progress = await openProgress(tx, received, body.session).catch(() => undefined)
  if (!progress) return
  await record(tx, {
    at: received.at,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: received.about },
    act: 'signing.refused_consent',
    detail: { session: body.session, seat: body.statement.seat, reason },
  })
  await announce(tx, `session:${body.session}`)
}
