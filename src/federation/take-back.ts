/**
 * Our database is an older copy: the partner's node gives back, one by one and in its order, what we had exchanged since. Its own messages
 * are applied as when they first came; of ours it shows our own signature, and we do again on our side what they say.
 */
import { canonical } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { readSignature } from '#src/platform/http-signatures/sign.ts'
import { NotYet } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Comparing } from './compare-nodes.ts'
import { type GivenBack, givenBackShape, kinds } from './comparison.ts'
import { answerShape, type Envelope, envelopeShape, isSealed, type WireAnswer } from './envelope.ts'
import { saveExchanged } from './exchanged-store.ts'
import { type LostMessage, missingFrom, nameLost, noteNotTakenBack, noteTakenBack } from './lost-store.ts'
import { answerOnce, ownPublicKey } from './receive-message.ts'
import { askNode } from './send-message.ts'
import { findConfirmedPeer } from './store.ts'

interface Found extends GivenBack {
  message: Envelope
  told: Exclude<WireAnswer, { answer: 'not_yet' }>
}

/** As long as anything moves: what lacks something that comes after it in the partner's order is tried again. */
export async function takeBack(comparing: Comparing, institution: string): Promise<void> {
  const { db, clock } = comparing.sender
  const before = await missingFrom(db, institution)
  for (let left = before, moved = true; moved && left.length > 0; ) {
    for (const lost of left) await takeOneBack(comparing, lost)
    const after = await missingFrom(db, institution)
    moved = after.length < left.length
    left = after
  }
  const left = (await missingFrom(db, institution)).length
  if (left === before.length) return
  await db.transaction().execute((tx) =>
    record(tx, {
      at: clock(),
      by: { kind: 'node' },
      about: { kind: 'node', id: institution },
      act: 'node.taken_back',
      detail: { messages: before.length - left, left },
    }),
  )
}

async function takeOneBack(comparing: Comparing, lost: LostMessage): Promise<void> {
  const { db } = comparing.sender
  const found = await fetchBack(comparing, lost)
  if (found === 'not_reached') return
  if (typeof found === 'string') return noteNotTakenBack(db, lost.id, found)
  const { kind, about } = found.message
  await nameLost(db, lost.id, { kind, about })
  const again = lost.ours ? sayAgain : hearAgain
  await db
    .transaction()
    .execute(async (tx) => {
      await again(comparing, tx, found)
      await noteTakenBack(tx, lost.id, comparing.sender.clock())
    })
    .catch((problem) => {
      if (!(problem instanceof NotYet || problem instanceof Refusal)) throw problem
      return noteNotTakenBack(db, lost.id, problem.reason)
    })
}

/** The message as it once crossed; nobody's word but its sender's signature counts. */
async function fetchBack({ sender }: Comparing, { id, ours, institution }: LostMessage): Promise<Found | string> {
  const answer = await askNode(sender, { to: institution, kind: kinds.giveBack, about: 'messages', body: { id } })
  if (typeof answer === 'string') return 'not_reached'
  const given = answer.answer === 'accepted' ? givenBackShape.safeParse(answer.result) : undefined
  if (!given?.success) return 'not_given_back'
  const message = envelopeShape.safeParse(parse(given.data.envelope))
  const told = answerShape.safeParse(parse(given.data.answer))
  if (!message.success || !told.success || told.data.answer === 'not_yet') return 'not_given_back'
  const [from, to] = ours ? [sender.us.keyid, institution] : [institution, sender.us.keyid]
  const fits = message.data.id === id && message.data.from === from && message.data.to === to && isSealed(message.data)
  if (!fits) return 'not_given_back'
  const found = { ...given.data, message: message.data, told: told.data }
  if (!ours) return found
  const address = (await findConfirmedPeer(sender.db, institution))?.address
  return address && isOurWord(sender.us, address, found) ? found : 'not_our_signature'
}

function isOurWord(us: Comparing['sender']['us'], address: string, { message, proof }: Found): boolean {
  const body = new TextEncoder().encode(canonical(message))
  const target = `${address}/federation/messages`
  const components = { '@method': 'POST', '@target-uri': target, 'content-type': 'application/json' }
  const signature = readSignature(components, body, proof ?? {})
  return typeof signature !== 'string' && signature.keyid === us.keyid && signature.isBy(ownPublicKey(us))
}

/** The partner's message, as when it first came. It must be answered as it was, or it is tried again after the others. */
async function hearAgain({ receiver }: Comparing, tx: Tx, { message, told, proof }: Found): Promise<void> {
  const { body } = await answerOnce(receiver, tx, message, proof ?? { digest: '', input: '', signature: '' })
  const answer = answerShape.parse(parse(body))
  if (answer.answer !== told.answer) throw new Refusal('answered_otherwise', {})
}

/** Our own message: what it says is done again here, and what was answered is heard again. */
async function sayAgain({ sender }: Comparing, tx: Tx, { message, told, envelope, answer }: Found): Promise<void> {
  const { id, kind, to, about, body } = message
  const at = sender.clock()
  const handler = sender.messages[kind]
  const sent = { to, about, body, at }
  if (told.answer === 'accepted') {
    if (!handler?.sayAgain) throw new Refusal('by_hand', {})
    await handler.sayAgain(tx, sent)
  }
  await handler?.answered?.(tx, sent, told)
  await saveExchanged(tx, { id, institution: to, ours: true, envelope, answer, proof: null, at })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
