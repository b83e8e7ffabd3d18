/** A signatory of ours gives notice, proposes to end together, agrees to that, or takes it back: with a passkey, or a mailed code. */
import { randomBytes } from 'node:crypto'
import { ourInstitution, peopleOf } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf, beginAssertion, checkCode, finishAssertion, sendCode, useCode } from '#src/platform/people/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import type { Json } from '#src/platform/record.ts'
import { refuse } from './agreement.ts'
import { applyTermination } from './apply-termination.ts'
import { pinsOf } from './freeze-store.ts'
import { type InForceHeld, lockInForce } from './lock-in-force.ts'
import { pinFor } from './propose-freeze.ts'
import { noticeEnds, type TerminationAct, type TerminationStatement, terminationChallenge } from './termination.ts'
import { terminationsOf } from './termination-store.ts'

/** Who speaks, about the agreement at the beginning of which chain. */
export interface SignatorysAgreement {
  signatory: Visitor
  root: string
}

/** What consenting needs to know of this node. */
export interface TerminationHouse {
  publicUrl: string
  secretKey: Uint8Array
}

export interface TerminationInput {
  act: TerminationAct
  /** Which one is answered; nothing where one begins. */
  termination: string
  reason: string
  /** The last day, where both end it together. */
  lastDay: string
}

const purpose = ({ root }: SignatorysAgreement) => `termination:${root}`

/** What is to be said, word for word. @throws Refusal where the text, the date or the reason do not allow it */
async function statementOf(
  tx: Tx,
  { signatory: { account } }: SignatorysAgreement,
  { root, head, text }: InForceHeld,
  input: TerminationInput & { method: 'passkey' | 'code'; now: Temporal.Instant },
): Promise<TerminationStatement> {
  const { act, now, method } = input
  const us = await ourInstitution(tx)
  const post = (await peopleOf(tx, us.ror)).find((p) => p.account === account.id)
  const answers = act === 'agree_end' || act === 'withdraw'
  const given = answers ? (await terminationsOf(tx, root.id)).find((t) => t.id === input.termination) : undefined
  if (answers && !given) refuse('termination_not_open')
  const reason = input.reason.trim() || (answers ? given!.reason : '')
  if (!reason) refuse('reason_missing', {}, 422)
  const ends = () => (act === 'give_notice' ? noticeEnds(text.term, now) : endOfDay(input.lastDay, us.zone))
  const { textHash, documentHash } = head.frozen!
  return {
    format: 'chirograph-termination-1',
    termination: given?.id ?? crypto.randomUUID(),
    act,
    agreement: root.id,
    textHash,
    documentHash,
    party: us.ror,
    name: { latin: account.name.latin, native: account.name.native },
    title: post ? { en: post.title_en, zh: post.title_zh } : { en: '', zh: '' },
    reason,
    givenAt: now.toString(),
    effectiveAt: (given?.effectiveAt ?? ends()).toString(),
    method,
    nonce: randomBytes(16).toString('base64url'),
  }
}

/** The end of a day on our own clock. @throws Refusal `termination_date_wrong` for what is no day */
function endOfDay(day: string, zone: string): Temporal.Instant {
  try {
    return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant()
  } catch {
    return refuse('termination_date_wrong', {}, 422)
  }
}

/** Options for the browser's passkey prompt; the challenge is the hash of what is said. */
export async function beginTermination(
  db: Db,
  held: SignatorysAgreement,
  { publicUrl }: TerminationHouse,
  input: TerminationInput & { now: Temporal.Instant },
) {
  return db.transaction().execute(async (tx) => {
    const inForce = await lockInForce(tx, held.root)
    const statement = await statementOf(tx, held, inForce, { ...input, method: 'passkey' })
    const payload = statement as unknown as Json
    const challenge = terminationChallenge(statement)
    const { now } = input
    return beginAssertion(tx, {
      account: held.signatory.account.id,
      purpose: purpose(held),
      challenge,
      payload,
      now,
      publicUrl,
    })
  })
}

export async function terminateByPasskey(
  db: Db,
  held: SignatorysAgreement,
  { publicUrl }: TerminationHouse,
  { response, now }: { response: string; now: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const inForce = await lockInForce(tx, held.root)
    const account = held.signatory.account.id
    const assertion = await finishAssertion(tx, { account, purpose: purpose(held), response, now, publicUrl })
    const statement = assertion.payload as unknown as TerminationStatement
    await say(tx, held, inForce, { statement, assertion: assertion.response, credential: assertion.credentialId, now })
  })
}

/** Mails a one-time code to a signatory without a passkey; what is said is fixed with it. */
export async function sendTerminationCode(
  db: Db,
  held: SignatorysAgreement,
  input: TerminationInput & { now: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const inForce = await lockInForce(tx, held.root)
    const account = held.signatory.account.id
    if ((await pinFor(tx, account)).method !== 'code') refuse('termination_not_valid', {}, 403)
    const payload = (await statementOf(tx, held, inForce, { ...input, method: 'code' })) as unknown as Json
    await sendCode(tx, { account, purpose: purpose(held), payload, now: input.now, about: inForce.text.title })
  })
}

export async function terminateByCode(
  db: Db,
  held: SignatorysAgreement,
  { secretKey }: TerminationHouse,
  { code, now }: { code: string; now: Temporal.Instant },
): Promise<void> {
  const account = held.signatory.account.id
  const checked = await checkCode(db, { account, purpose: purpose(held), code, now, secretKey })
  await db.transaction().execute(async (tx) => {
    const inForce = await lockInForce(tx, held.root)
    const statement = (await useCode(tx, checked, now)).payload as unknown as TerminationStatement
    await say(tx, held, inForce, { statement, assertion: null, credential: null, now })
  })
}

interface Said {
  statement: TerminationStatement
  assertion: unknown
  credential: string | null
  now: Temporal.Instant
}

async function say(tx: Tx, held: SignatorysAgreement, inForce: InForceHeld, said: Said): Promise<void> {
  const { statement, assertion, credential, now } = said
  const { root, head, text } = inForce
  if (statement.textHash !== head.frozen!.textHash) refuse('copies_differ')
  const pins = (await pinsOf(tx, head.id)).filter(({ side }) => side === 'ours')
  const pinned = pins.some(({ pin }) => pin.method === 'passkey' && pin.credentials.some((c) => c.id === credential))
  const pin = await pinFor(tx, held.signatory.account.id)
  const at = Temporal.Instant.from(statement.givenAt)
  const { act, method } = statement
  const consent = { act, side: 'ours' as const, method, pinned, statement, assertion, at, acknowledgedAt: null }
  const body = { statement, assertion, pin } as unknown as Json
  const then = [message(root.partner, 'agreement.termination', root.id, body)]
  await applyTermination(tx, { root, text, consent, by: actorOf(held.signatory), now, then })
}
