/** Delivers one message of the outbox to the partner's node, and hears the answer. */
import { randomBytes } from 'node:crypto'
import { canonical } from '#src/platform/canonical.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { readSignature, type Signer, signMessage } from '#src/platform/http-signatures/sign.ts'
import type { Messages } from '#src/platform/messages.ts'
import type { Fetch } from '#src/platform/near.ts'
import type { Clock } from '#src/platform/time.ts'
import { answerShape, type Envelope, seal, type WireAnswer } from './envelope.ts'
import { saveExchanged } from './exchanged-store.ts'
import { publicKey } from './peer.ts'
import { readAtMost } from './read-at-most.ts'
import { findConfirmedPeer, heardFrom, type Peer } from './store.ts'

export interface Outgoing {
  to: string
  kind: string
  about: string
  body: unknown
}

export interface Sender {
  db: Db
  clock: Clock
  us: Signer
  messages: Messages
  /** Longest time to wait for the other node, in milliseconds. */
  patience: number
  /** Carries requests; over the network unless given. */
  fetch?: Fetch
}

/** @returns 'done' once the partner's final answer has been applied; else why it must be tried again */
export async function sendMessage(sender: Sender, outgoing: Outgoing): Promise<'done' | { retry: string }> {
  const { db, clock, us, messages } = sender
  const answer = await askNode(sender, outgoing)
  if (typeof answer === 'string') return { retry: answer }
  if (answer.answer === 'not_yet') return { retry: `not_yet: ${answer.reason}` }
  const handler = messages[outgoing.kind]
  const at = clock()
  const { to, about, body } = outgoing
  await db.transaction().execute(async (tx) => {
    await handler?.answered?.(tx, { to, about, body, at }, answer)
    if (handler?.passing) return
    const { id, ...said } = seal({ ...outgoing, from: us.keyid })
    const told = { envelope: canonical({ id, ...said }), answer: canonical(answer), proof: null }
    await saveExchanged(tx, { id, institution: to, ours: true, at, ...told })
  })
  return 'done'
}

/** Sends one message and hears the answer, without doing anything with it. @returns the answer, or why there is none */
export async function askNode(sender: Sender, outgoing: Outgoing): Promise<WireAnswer | string> {
  const peer = await findConfirmedPeer(sender.db, outgoing.to)
  if (!peer) return 'partner_not_paired'
  const answer = await exchange(sender, peer, seal({ ...outgoing, from: sender.us.keyid }))
  if (typeof answer !== 'string') await heardFrom(sender.db, peer.institution, sender.clock())
  return answer
}

/** Far more than any answer says. */
const longest = 1_048_576

async function exchange(sender: Sender, peer: Peer, envelope: Envelope): Promise<WireAnswer | string> {
  const url = `${peer.address}/federation/messages`
  const wire = new TextEncoder().encode(canonical(envelope))
  const components = { '@method': 'POST', '@target-uri': url, 'content-type': 'application/json' }
  const nonce = randomBytes(16).toString('base64url')
  const headers = signMessage(components, wire, sender.us, sender.clock(), nonce)
  try {
    const response = await (sender.fetch ?? fetch)(url, {
      method: 'POST',
      body: wire,
      headers: { ...headers, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(sender.patience),
      redirect: 'error',
    })
    return readAnswer(peer, envelope.id, response.status, response.headers, await readAtMost(response, longest))
  } catch (problem) {
    return `not_reached: ${problem instanceof Error ? problem.message : String(problem)}`
  }
}

/** An answer counts only with the partner's signature over it and over the id of our message. */
function readAnswer(peer: Peer, id: string, status: number, headers: Headers, body: Uint8Array): WireAnswer | string {
  if (status !== 200) return `answered_${status}: ${new TextDecoder().decode(body).slice(0, 200)}`
  const components = { '@status': '200', 'content-type': 'application/json', 'chirograph-message': id }
  const found = readSignature(components, body, {
    digest: headers.get('content-digest') ?? undefined,
    input: headers.get('signature-input') ?? undefined,
    signature: headers.get('signature') ?? undefined,
  })
  if (typeof found === 'string') return `answer_${found}`
  if (found.keyid !== peer.institution || !found.isBy(publicKey(peer.key))) return 'answer_signature_wrong'
  const answer = answerShape.safeParse(JSON.parse(new TextDecoder().decode(body)))
  return answer.success ? answer.data : 'answer_malformed'
}
