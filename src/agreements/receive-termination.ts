/** The partner's signatory speaks about ending an agreement; and what the partner's node answers to ours. */
import { z } from 'zod'
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { type Answer, NotYet, type Received, type Sent } from '#src/platform/messages.ts'
import { verifyAssertion } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { type Agreement, refuse } from './agreement.ts'
import { applyTermination } from './apply-termination.ts'
import { readChain } from './chain-store.ts'
import { enterTermination } from './enter-termination.ts'
import { pinsOf } from './freeze-store.ts'
import { type InForceHeld, lockInForce } from './lock-in-force.ts'
import { type Pin, pinShape } from './seats.ts'
import { findAgreement, lockAgreement } from './store.ts'
import { standingOf, statementShape, type TerminationStatement, terminationChallenge } from './termination.ts'
import { acknowledgeTermination, dropTerminationConsent, saveRefused, terminationsOf } from './termination-store.ts'
import { read } from './wire.ts'

export const terminationShape = z.strictObject({ statement: statementShape, assertion: z.unknown(), pin: pinShape })
type Body = z.infer<typeof terminationShape>

/** Days after which a notice that has only now arrived is refused: nobody's time can run unheard for longer. */
const longestOnTheWay = { hours: 24 * 7 }

/** @throws Refusal where the consent does not verify, the date is not the text's, or it comes too late to count */
export async function receiveTermination(tx: Tx, received: Received, body: Body): Promise<void> {
  const { about, from, at: now } = received
  const { statement } = body
  const agreement = await lockAgreement(tx, about)
  if (!agreement) throw new NotYet('agreement_missing')
  if (agreement.partner !== from || statement.party !== from) refuse('not_the_partner', {}, 403)
  if (statement.agreement !== about) refuse('text_malformed', {}, 422)
  if (agreement.state === 'signing' || agreement.state === 'signed') throw new NotYet('not_concluded_here')
  const inForce = await lockInForce(tx, about)
  await checkText(tx, inForce, statement)
  const at = saidAt(statement, now)
  const pinned = await verify(tx, inForce, body)
  const { act, method } = statement
  const assertion = method === 'passkey' ? body.assertion : null
  const consent = { act, side: 'theirs' as const, method, pinned, statement, assertion, at, acknowledgedAt: null }
  const by = { kind: 'partner' as const, institution: from, name: statement.name.latin }
  await applyTermination(tx, { root: inForce.root, text: inForce.text, consent, by, now })
}

/** The words name what is in force by its hashes. A change concluded there may still be on its way here. */
export async function checkText(tx: Tx, { root, head }: InForceHeld, { textHash, documentHash }: TerminationStatement) {
  if (head.frozen!.textHash === textHash && head.frozen!.documentHash === documentHash) return
  const { underWay } = await readChain(tx, root.id)
  const coming = await Promise.all(underWay.map(({ id }) => findAgreement(tx, id)))
  if (coming.some((a) => a?.frozen?.textHash === textHash)) throw new NotYet('change_not_concluded_here')
  refuse('copies_differ')
}

function saidAt({ givenAt }: TerminationStatement, now: Temporal.Instant): Temporal.Instant {
  const { data } = z.iso.datetime({ offset: false }).safeParse(givenAt)
  const at = data ? Temporal.Instant.from(data) : refuse('text_malformed', {}, 422)
  const { compare } = Temporal.Instant
  const late = compare(at, now.subtract(longestOnTheWay)) < 0 || compare(at, now.add({ minutes: 5 })) > 0
  return late ? refuse('termination_too_old', {}, 422) : at
}

/** @returns whether the passkey is one that was pinned with the agreement; of another, and of a code, the partner's node vouches */
async function verify(tx: Tx, { head }: InForceHeld, { statement, assertion, pin }: Body): Promise<boolean> {
  if (pin.method !== statement.method) refuse('termination_not_valid')
  if (pin.method === 'code') return false
  const id = (assertion as { id?: unknown } | null)?.id
  const known = (await pinsOf(tx, head.id)).filter((p) => p.side === 'theirs').map((p) => p.pin)
  const found = credentialIn(known, id)
  const used = found ?? credentialIn([pin], id) ?? refuse('termination_not_valid')
  const { rpId, origin, credential } = used
  const publicKey = Buffer.from(credential.publicKey, 'base64url')
  const challenge = terminationChallenge(statement)
  const verdict = await verifyAssertion({
    response: assertion,
    challenge,
    credentialId: credential.id,
    publicKey,
    rpId,
    origin,
  })
  if (!verdict.ok) refuse('termination_not_valid', { why: verdict.why })
  return found !== undefined
}

function credentialIn(pins: Pin[], id: unknown) {
  for (const pin of pins) {
    const credential = pin.method === 'passkey' ? pin.credentials.find((c) => c.id === id) : undefined
    if (pin.method === 'passkey' && credential) return { rpId: pin.rpId, origin: pin.origin, credential }
  }
  return undefined
}

/** What the partner's node says of our word: it holds it and it counts, or it does not stand here either. */
export async function terminationAnswered(tx: Tx, sent: Sent, answer: Answer): Promise<void> {
  const { statement } = read(terminationShape, sent.body)
  const root = await lockAgreement(tx, sent.about)
  if (!root) return
  if (answer.answer === 'accepted') await acknowledgeTermination(tx, statement, sent.at)
  else await refused(tx, sent, statement, answer.reason)
  await enterTermination(tx, root, { now: sent.at, zone: (await ourInstitution(tx)).zone })
  if (answer.answer === 'accepted') await noteWithdrawn(tx, root, statement, sent.at)
}

async function refused(
  tx: Tx,
  { to, about, at }: Sent,
  statement: TerminationStatement,
  reason: string,
): Promise<void> {
  if (!(await dropTerminationConsent(tx, statement))) return
  const began = statement.act === 'give_notice' || statement.act === 'propose_end'
  if (began) await saveRefused(tx, statement.termination, reason)
  const by = { kind: 'partner' as const, institution: to, name: '' }
  const detail = { termination: statement.termination, act: statement.act, reason }
  await record(tx, { at, by, about: { kind: 'agreement', id: about }, act: 'agreement.termination_refused', detail })
}

async function noteWithdrawn(
  tx: Tx,
  root: Agreement,
  { act, termination }: TerminationStatement,
  at: Temporal.Instant,
): Promise<void> {
  const t = act === 'withdraw' && (await terminationsOf(tx, root.id)).find(({ id }) => id === termination)
  if (!t || standingOf(t, at) !== 'withdrawn') return
  const about = { kind: 'agreement', id: root.id }
  await record(tx, { at, by: { kind: 'node' }, about, act: 'agreement.termination_withdrawn', detail: { termination } })
}
