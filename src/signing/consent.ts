/** A signatory's consent: a passkey-backed yes to text hash, document hash, seat and a nonce; a mailed code where pinned so. */
import { randomBytes } from 'node:crypto'
import { findAgreement, pinsOf } from '#src/agreements/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf, beginAssertion, checkCode, finishAssertion, sendCode, useCode } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { SignatorysSession } from './access.ts'
import { insertConsent } from './consent-store.ts'
import { consentEvidence } from './log-evidence.ts'
import { progressOf } from './progress-store.ts'
import { readingOf } from './reading-store.ts'
import { type Consent, challengeOf, mayConsent, refuse, type Statement, saysTheSame, statementFor } from './session.ts'
import { lockSession } from './store.ts'
import { signWork } from './work.ts'

/** What consenting needs to know of this node. */
export interface ConsentHouse {
  publicUrl: string
  secretKey: Uint8Array
}

const purpose = ({ progress, seat }: SignatorysSession) => `consent:${progress.session.id}:${seat}`
const freshNonce = () => randomBytes(16).toString('base64url')

/** Options for the browser's passkey prompt; the challenge is the hash of the statement consented to. */
export async function beginConsent(db: Db, held: SignatorysSession, house: ConsentHouse, now: Temporal.Instant) {
  return db.transaction().execute(async (tx) => {
    await checkReady(tx, held, now)
    const statement = statementFor(held.progress, held.seat, 'passkey', freshNonce())
    const account = held.signatory.account.id
    const { publicUrl } = house
    const payload = statement as unknown as Json
    return beginAssertion(tx, {
      account,
      purpose: purpose(held),
      challenge: challengeOf(statement),
      payload,
      now,
      publicUrl,
    })
  })
}

/** @throws Refusal `passkey_not_pinned` for a passkey the partner does not know, `already_consented` for a second time */
export async function consentByPasskey(
  db: Db,
  held: SignatorysSession,
  house: ConsentHouse,
  response: string,
  now: Temporal.Instant,
) {
  await db.transaction().execute(async (tx) => {
    const progress = await checkReady(tx, held, now)
    const given = {
      account: held.signatory.account.id,
      purpose: purpose(held),
      response,
      now,
      publicUrl: house.publicUrl,
    }
    const assertion = await finishAssertion(tx, given)
    const statement = assertion.payload as unknown as Statement
    if (!saysTheSame(progress, statement)) refuse('consent_changed')
    const pin = (await pinsOf(tx, held.agreement.id)).find((p) => p.seat === held.seat)?.pin
    const pinned = pin?.method === 'passkey' && pin.credentials.some((c) => c.id === assertion.credentialId)
    if (!pinned) refuse('passkey_not_pinned')
    await saveConsent(tx, held, { method: 'passkey', statement, assertion: assertion.response, at: now })
  })
}

/** Mails a one-time code to a signatory pinned without a passkey. */
export async function sendConsentCode(
  db: Db,
  held: SignatorysSession,
  about: { en: string; zh: string },
  now: Temporal.Instant,
) {
  await db.transaction().execute(async (tx) => {
    await checkReady(tx, held, now)
    await requireCodePin(tx, held)
    const payload = statementFor(held.progress, held.seat, 'code', freshNonce()) as unknown as Json
    await sendCode(tx, { account: held.signatory.account.id, purpose: purpose(held), payload, now, about })
  })
}

/** Consent by mailed code; recorded as the weaker way. Each try counts, even a refused one. */
export async function consentByCode(
  db: Db,
  held: SignatorysSession,
  house: ConsentHouse,
  code: string,
  now: Temporal.Instant,
) {
  mayConsent(held.progress, held.seat, now)
  const account = held.signatory.account.id
  const checked = await checkCode(db, { account, purpose: purpose(held), code, now, secretKey: house.secretKey })
  await db.transaction().execute(async (tx) => {
    const progress = await checkReady(tx, held, now)
    await requireCodePin(tx, held)
    const statement = (await useCode(tx, checked, now)).payload as unknown as Statement
    if (!saysTheSame(progress, statement)) refuse('consent_changed')
    await saveConsent(tx, held, { method: 'code', statement, assertion: null, at: now })
  })
}

/** Holds the session and looks at it anew; only who opened the document may consent to it. */
async function checkReady(tx: Tx, held: SignatorysSession, now: Temporal.Instant) {
  const session = (await lockSession(tx, held.progress.session.id))!
  const agreement = (await findAgreement(tx, session.agreement))!
  const progress = await progressOf(tx, session, agreement.version)
  mayConsent(progress, held.seat, now)
  if (!(await readingOf(tx, session.id)).some((r) => r.seat === held.seat)) refuse('not_read_yet')
  return progress
}

async function requireCodePin(tx: Tx, held: SignatorysSession): Promise<void> {
  const pin = (await pinsOf(tx, held.agreement.id)).find((p) => p.seat === held.seat)?.pin
  if (pin?.method !== 'code') refuse('code_not_for_passkey_holders', {}, 403)
}

async function saveConsent(
  tx: Tx,
  held: SignatorysSession,
  given: Pick<Consent, 'method' | 'statement' | 'assertion' | 'at'>,
) {
  const { session } = held.progress
  const { method, statement, assertion, at } = given
  await insertConsent(tx, session.id, { ...given, seat: held.seat, side: 'ours', acknowledgedAt: null })
  const body = { session: session.id, statement, assertion, at: at.toString() } as unknown as Json
  await record(tx, {
    at,
    by: actorOf(held.signatory),
    about: { kind: 'agreement', id: session.agreement },
    act: 'signing.consented',
    detail: { session: session.id, seat: held.seat, method },
    then: [
      message(held.agreement.partner, 'signing.consent', session.agreement, body),
      consentEvidence(session, { ...given, side: 'ours' }),
      signWork(session),
    ],
  })
  await announce(tx, `session:${session.id}`)
}
