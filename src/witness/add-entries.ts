/** We are the mirror: a partner's log sends its entries, and we say that we hold them once they are all here. */
import type { Tx } from '#src/platform/database/tables.ts'
import {
  type AddEntries,
  cosign,
  type EntryPackage,
  formatMirrorInfo,
  leafHash,
  memoryTree,
  mirrorInfoType,
  readAddEntries,
  readNote,
  rootAt,
  signatureLine,
  tileWidth,
  verifyTile,
} from '#src/platform/tlog/index.ts'
import { type NodeAnswer, plainly, type Witnessing } from './add-checkpoint.ts'
import { findCheckpoint, type StoredCheckpoint, saveCosignature } from './checkpoint-store.ts'
import { findLog, type Log, lockLog, saveProgress } from './log-store.ts'
import { appendEntries, entriesOf } from './tree-store.ts'

/** Answers `add-entries`. Nobody is asked who they are: every package proves that it belongs to a head the log signed. */
export async function addEntries({ db, house, at }: Witnessing, body: Uint8Array): Promise<NodeAnswer> {
  const request = readAddEntries(body)
  if (!request) return plainly(400, 'malformed')
  const log = await findLog(db, request.origin)
  if (!log || log.ours) return plainly(404, 'unknown log')
  return db.transaction().execute(async (tx) => {
    const held = await lockLog(tx, log.origin)
    const checkpoint = await findCheckpoint(tx, log.origin, request.end)
    if (!checkpoint || request.end < held.mirrored || request.start > held.size) return info(409, held, held.witnessed)
    const taken = await takePackages(tx, held, request, checkpoint)
    if (taken.size >= request.end) return commit(tx, { house, at }, held, checkpoint)
    if (taken.wrong) return plainly(422, 'not in the tree of this size')
    return taken.size > held.size ? info(202, { ...held, size: taken.size }, request.end) : plainly(400, 'nothing new')
  })
}

const info = (status: 202 | 409, { size: next }: Log, size: number): NodeAnswer => ({
  status,
  type: mirrorInfoType,
  body: formatMirrorInfo({ size, next, ticket: new Uint8Array() }),
})

/** Takes package after package, as long as each is proven. @returns how many entries are held then */
async function takePackages(tx: Tx, log: Log, { start, end, packages }: AddEntries, checkpoint: StoredCheckpoint) {
  let size = log.size
  let from = start
  for (const sent of packages) {
    const to = Math.min(end, (Math.floor(from / tileWidth) + 1) * tileWidth)
    if (!(await isProven(tx, log.origin, from, sent, checkpoint))) return { size, wrong: true }
    if (to > size) size = await appendEntries(tx, log.origin, size, sent.entries.slice(size - from))
    from = to
  }
  return { size, wrong: false }
}

/** Whether these entries, after those of their subtree that we hold, are in the tree of the checkpoint. */
async function isProven(
  tx: Tx,
  origin: string,
  from: number,
  { entries, proof }: EntryPackage,
  { size, root }: StoredCheckpoint,
): Promise<boolean> {
  const start = Math.floor(from / tileWidth) * tileWidth
  const before = await entriesOf(tx, origin, start, from)
  const tree = memoryTree()
  await tree.append([...before, ...entries].map(leafHash))
  return verifyTile({ subtree: await rootAt(tree.read, tree.size), start, size, proof, root })
}

async function commit(
  tx: Tx,
  { house, at }: Omit<Witnessing, 'db'>,
  { origin }: Log,
  { size, note }: StoredCheckpoint,
): Promise<NodeAnswer> {
  const line = signatureLine(cosign(readNote(note)!.text, house.mirror, at))
  await saveCosignature(tx, origin, { size, cosigner: house.mirror.key.name, line, cosignedAt: at }, at)
  await saveProgress(tx, origin, { mirrored: size })
  return { status: 200, type: 'text/plain; charset=utf-8', body: line }
}
