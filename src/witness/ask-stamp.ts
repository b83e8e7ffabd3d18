/** Our log asks a partner to time-stamp its head. Delivers the outbox topic `stamp`. */
import { createHash, randomBytes } from 'node:crypto'
import { signMessage } from '#src/platform/http-signatures/sign.ts'
import { certificatesOf } from '#src/platform/keys/index.ts'
import {
  formatRequest,
  replyType,
  requestType,
  type Stamp,
  type StampFault,
  verifyReply,
} from '#src/platform/timestamp/index.ts'
import { readNote } from '#src/platform/tlog/index.ts'
import { isAhead } from './alarm.ts'
import { raiseAlarm } from './alarm-store.ts'
import type { Asking, Delivered } from './asked-cosigner.ts'
import { findCheckpoint, type StoredCheckpoint } from './checkpoint-store.ts'
import { insertStamp, latestStamps } from './event-store.ts'
import { ourLog } from './log-store.ts'
import type { Neighbour } from './neighbours.ts'
import { findLogPeer } from './peer-store.ts'

/** What is stamped: the checkpoint's text, without anyone's signature. */
export const imprintOf = (checkpoint: Pick<StoredCheckpoint, 'note'>): Uint8Array =>
  createHash('sha256').update(readNote(checkpoint.note)!.text).digest()

/** Where the address for requests is, below a node's own. */
export const stampPath = '/federation/timestamp'

/** Nothing is asked where the head has the partner's stamp already. */
export async function askForStamp(asking: Asking, institution: string): Promise<Delivered> {
  const { db, house, around, now } = asking
  const [neighbour, peer, log] = await Promise.all([
    around.neighbours.find(db, institution),
    findLogPeer(db, institution),
    ourLog(db),
  ])
  const head = log && (await findCheckpoint(db, house.origin, log.size))
  if (!neighbour || !peer || !head) return 'done'
  const held = await latestStamps(db, house.origin)
  if (held.some((s) => s.institution === institution && s.size === head.size)) return 'done'
  const stamp = await requestStamp(asking, neighbour, peer.stampCertificate, imprintOf(head))
  if (typeof stamp === 'object' && 'retry' in stamp) return stamp
  if (typeof stamp === 'string' || isAhead(stamp.at, now())) {
    await raiseAlarm(db, {
      institution,
      kind: 'stamp_wrong',
      proof: String(typeof stamp === 'string' ? stamp : stamp.at),
      at: now(),
    })
    return { retry: `a time-stamp that does not hold: ${typeof stamp === 'string' ? stamp : 'ahead of our clock'}` }
  }
  const stored = { size: head.size, institution, token: stamp.token, stampedAt: stamp.at }
  await db.transaction().execute((tx) => insertStamp(tx, house.origin, stored, now()))
  return 'done'
}

/** Asks a partner's node for a stamp over this hash. */
export async function requestStamp(
  { around, now }: Asking,
  { address, rootCertificate }: Neighbour,
  certificate: string,
  imprint: Uint8Array,
): Promise<Stamp | StampFault | { retry: string }> {
  const url = `${address}${stampPath}`
  const nonce = randomBytes(16)
  const body = formatRequest({ imprint, nonce, certificateWanted: true })
  const components = { '@method': 'POST', '@target-uri': url, 'content-type': requestType }
  const signed = signMessage(components, body, around.signer, now(), randomBytes(16).toString('base64url'))
  const headers = { ...signed, 'content-type': requestType }
  const response = await around.ask(url, { method: 'POST', headers, body })
  if (response.status !== 200 || !response.headers.get('content-type')?.startsWith(replyType))
    return { retry: `the time-stamping address answered ${response.status}` }
  const reply = new Uint8Array(await response.arrayBuffer())
  return verifyReply(reply, { imprint, nonce, roots: certificatesOf(rootCertificate), known: [certificate] })
}
