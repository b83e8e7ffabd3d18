/** We are the witness: a partner's log submits its new head, and we cosign it if it continues all we cosigned before. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { hurry } from '#src/platform/outbox/index.ts'
import {
  cosign,
  type OpenedCheckpoint,
  openCheckpoint,
  readAddCheckpoint,
  readVerifierKey,
  rootAt,
  sameHash,
  signatureLine,
  sizeType,
  verifyConsistency,
} from '#src/platform/tlog/index.ts'
import { raiseAlarm } from './alarm-store.ts'
import { findCheckpoint, saveCheckpoint, saveCosignature } from './checkpoint-store.ts'
import type { WitnessHouse } from './house.ts'
import { findLog, type Log, lockLog, saveProgress } from './log-store.ts'
import { nodesIn } from './tree-store.ts'
import { cosignStream } from './work.ts'

/** What is answered over HTTP, as tlog-witness and tlog-mirror ask. */
export interface NodeAnswer {
  status: 200 | 202 | 400 | 403 | 404 | 409 | 422
  type: string
  body: string
}

export const plainly = (status: NodeAnswer['status'], body: string): NodeAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${body}\n`,
})

export interface Witnessing {
  db: Db
  house: WitnessHouse
  at: Temporal.Instant
}

/** Answers `add-checkpoint`. Only what bears the log's own signature can change anything or raise an alarm. */
export async function addCheckpoint({ db, house, at }: Witnessing, body: string): Promise<NodeAnswer> {
  const request = readAddCheckpoint(body)
  if (!request) return plainly(400, 'malformed')
  const log = await findLog(db, request.checkpoint.split('\n', 1)[0]!)
  if (!log || log.ours) return plainly(404, 'unknown log')
  const opened = openCheckpoint(request.checkpoint, readVerifierKey(log.verifierKey)!)
  if (opened === 'malformed') return plainly(400, 'malformed')
  if (typeof opened === 'string') return plainly(403, 'not signed by the log')
  if (request.old > opened.size) return plainly(400, 'the old size is larger than the new')
  // One transaction from looking at the last size to writing the new one: else two requests at once could roll it back.
  return db.transaction().execute(async (tx) => {
    const held = await lockLog(tx, log.origin)
    return judge(tx, { house, at }, held, { ...request, opened })
  })
}

interface Submitted {
  old: number
  proof: Uint8Array[]
  checkpoint: string
  opened: OpenedCheckpoint
}

async function judge(tx: Tx, by: Omit<Witnessing, 'db'>, log: Log, submitted: Submitted): Promise<NodeAnswer> {
  const { old, proof, opened, checkpoint } = submitted
  const { size, root } = opened
  const alarm = (kind: 'rewritten' | 'forked', known = '') =>
    raiseAlarm(tx, { institution: log.institution, kind, proof: `${checkpoint}${known}`, at: by.at })
  if (await isAnotherTree(tx, log, opened)) {
    const cosigned = await findCheckpoint(tx, log.origin, size)
    await alarm('forked', cosigned && `\n${cosigned.note}`)
    return conflict(log)
  }
  if (old !== log.witnessed) return conflict(log)
  const oldRoot = await rootOf(tx, log, old)
  if (!verifyConsistency({ old, oldRoot, size, root, proof })) {
    await alarm('rewritten')
    return plainly(422, 'not consistent with what was cosigned before')
  }
  return accept(tx, by, log, submitted)
}

const conflict = ({ witnessed }: Log): NodeAnswer => ({ status: 409, type: sizeType, body: `${witnessed}\n` })

/** The root of a size we cosigned or mirrored. */
async function rootOf(tx: Tx, { origin, size: held }: Log, size: number): Promise<Uint8Array> {
  if (size <= held) return rootAt(nodesIn(tx, origin), size)
  return (await findCheckpoint(tx, origin, size))!.root
}

/** Whether this head is of a size we know, and of another tree: the log's own signature then proves the fork. */
async function isAnotherTree(tx: Tx, log: Log, { size, root }: OpenedCheckpoint): Promise<boolean> {
  const known = size <= log.size ? await rootOf(tx, log, size) : (await findCheckpoint(tx, log.origin, size))?.root
  return known !== undefined && !sameHash(known, root)
}

async function accept(
  tx: Tx,
  { house, at }: Omit<Witnessing, 'db'>,
  { origin, institution }: Log,
  { opened }: Submitted,
): Promise<NodeAnswer> {
  const { size, root, note } = opened
  const signed = ownNote(opened)
  await saveCheckpoint(tx, { origin, size, root, note: signed, at })
  const signature = cosign(note.text, house.witness, at)
  const line = signatureLine(signature)
  await saveCosignature(tx, origin, { size, cosigner: house.witness.key.name, line, cosignedAt: at }, at)
  await saveProgress(tx, origin, { witnessed: size, seenAt: at })
  // It is there: what waits for it in the other direction need not wait on.
  await hurry(tx, cosignStream(institution), at)
  return { status: 200, type: 'text/plain; charset=utf-8', body: line }
}

/** The checkpoint with the log's own signature alone; whatever else stood under it is nobody's word we asked for. */
function ownNote({ note, origin }: OpenedCheckpoint): string {
  const own = note.signatures.filter((s) => s.name === origin)
  return `${note.text}\n${own.map(signatureLine).join('')}`
}
