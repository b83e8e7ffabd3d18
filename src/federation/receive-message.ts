/** Takes one message from another node: checks who sent it, applies it once, answers the same however often it comes. */
import { createPublicKey, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from '#src/platform/canonical.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isUnstorable } from '#src/platform/database/unstorable.ts'
import { readSignature, type Signer, signMessage } from '#src/platform/http-signatures/sign.ts'
import { type Messages, NotYet } from '#src/platform/messages.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Clock } from '#src/platform/time.ts'
import { type Envelope, envelopeShape, isSealed, type WireAnswer } from './envelope.ts'
import type { Proof } from './exchanged-store.ts'
import { saveExchanged } from './exchanged-store.ts'
import { isStale, publicKey, type StrangerReason } from './peer.ts'
import { countStranger, enterInbox, findAnswer, findConfirmedPeer, heardFrom, saveAnswer, useNonce } from './store.ts'

export interface Receiver {
  db: Db
  clock: Clock
  us: Signer
  /** The address other nodes sign for: a message signed for another address is refused. */
  address: string
  messages: Messages
}

export interface Incoming {
  body: Uint8Array
  contentType: string
  digest?: string
  input?: string
  signature?: string
}

export interface SignedAnswer {
  body: string
  headers: Record<string, string>
}

/** @returns the signed answer, or the reason a stranger is turned away with (counted, and nothing else kept) */
export async function receiveMessage(receiver: Receiver, incoming: Incoming): Promise<SignedAnswer | StrangerReason> {
  const envelope = await authenticate(receiver, incoming)
  const { digest = '', input = '', signature = '' } = incoming
  if (typeof envelope === 'string') {
    await countStranger(receiver.db, envelope, receiver.clock())
    return envelope
  }
  await heardFrom(receiver.db, envelope.from, receiver.clock())
  try {
    return await receiver.db
      .transaction()
      .execute((tx) => answerOnce(receiver, tx, envelope, { digest, input, signature }))
  } catch (problem) {
    if (!(problem instanceof NotYet)) throw problem
    return signAnswer(receiver, envelope.id, { answer: 'not_yet', reason: problem.reason })
  }
}

async function authenticate(receiver: Receiver, incoming: Incoming): Promise<Envelope | StrangerReason> {
  const target = `${receiver.address}/federation/messages`
  const components = { '@method': 'POST', '@target-uri': target, 'content-type': incoming.contentType }
  const found = readSignature(components, incoming.body, incoming)
  if (typeof found === 'string') return found
  const peer = await findConfirmedPeer(receiver.db, found.keyid)
  if (!peer) return 'unknown_node'
  if (!found.isBy(publicKey(peer.key))) return 'signature_wrong'
  const now = receiver.clock()
  if (isStale(found.created, now)) return 'signature_too_old'
  if (!(await useNonce(receiver.db, peer.institution, found.nonce, now))) return 'replayed'
  const envelope = envelopeShape.safeParse(parseJson(incoming.body))
  if (!envelope.success || !isSealed(envelope.data)) return 'message_malformed'
  if (envelope.data.to !== receiver.us.keyid || envelope.data.from !== peer.institution) return 'wrong_address'
  return envelope.data
}

type InboxTx = Parameters<typeof enterInbox>[0]

/** @param proof what the sender's signature stands in; what two nodes are done with is kept with it */
export async function answerOnce(
  receiver: Receiver,
  tx: InboxTx,
  envelope: Envelope,
  proof: Proof,
): Promise<SignedAnswer> {
  const at = receiver.clock()
  const { id, from, kind, about, body } = envelope
  if (receiver.messages[kind]?.passing) {
    return signAnswer(receiver, id, await apply(receiver, tx, { id, from, about, body, at, kind }))
  }
  const isFirst = await enterInbox(tx, { message_id: id, institution: from, kind, about, received_at: at })
  if (!isFirst) {
    const earlier = await findAnswer(tx, id)
    return { body: earlier!.answer_body!, headers: earlier!.answer_headers! }
  }
  const signed = signAnswer(receiver, id, await apply(receiver, tx, { id, from, about, body, at, kind }))
  await saveAnswer(tx, id, signed.body, signed.headers)
  const told = { envelope: canonical(envelope), answer: signed.body, proof }
  await saveExchanged(tx, { id, institution: from, ours: false, at, ...told })
  return signed
}

/** What the handler did before refusing is rolled back: a refused message leaves its answer, and what `refused` notes of it. */
async function apply(
  { messages }: Receiver,
  tx: InboxTx,
  { kind, ...received }: { kind: string } & Parameters<Messages[string]['receive']>[1],
): Promise<WireAnswer> {
  const handler = Object.hasOwn(messages, kind) ? messages[kind] : undefined
  if (!handler) return { answer: 'refused', reason: 'kind_unknown', details: { kind } }
  await sql`savepoint before_message`.execute(tx)
  try {
    return { answer: 'accepted', result: await handler.receive(tx, received) }
  } catch (problem) {
    if (isUnstorable(problem)) return refuseUnstorable(tx)
    if (!(problem instanceof Refusal)) throw problem
    await sql`rollback to savepoint before_message`.execute(tx)
    await handler.refused?.(tx, received, problem)
    return { answer: 'refused', reason: problem.reason, details: problem.details }
  }
}

/** Asked again it would fail again, so the answer is final. */
async function refuseUnstorable(tx: InboxTx): Promise<WireAnswer> {
  await sql`rollback to savepoint before_message`.execute(tx)
  return { answer: 'refused', reason: 'message_malformed', details: {} }
}

function signAnswer({ us, clock }: Receiver, id: string, answer: WireAnswer): SignedAnswer {
  const body = canonical(answer)
  const components = { '@status': '200', 'content-type': 'application/json', 'chirograph-message': id }
  const nonce = randomBytes(16).toString('base64url')
  const signature = signMessage(components, new TextEncoder().encode(body), us, clock(), nonce)
  return { body, headers: { ...signature, 'content-type': 'application/json', 'chirograph-message': id } }
}

/** The key with which others check what this node signed. */
export const ownPublicKey = ({ key }: Signer) => createPublicKey(key)

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
