/**
 * A partner has cosigned more of our log than we have: our database is an older copy. Its mirror gives the entries back. They are taken only
 * where they lead to a head that bears our own log's signature, so a mirror can give back what was ours and nothing else.
 */
import type { Tx } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import {
  formatNote,
  type OpenedCheckpoint,
  openCheckpoint,
  readBundle,
  rootAt,
  sameHash,
  tilePath,
  tileWidth,
} from '#src/platform/tlog/index.ts'
import type { Asked, Asking } from './asked-cosigner.ts'
import { saveCheckpoint } from './checkpoint-store.ts'
import { insertLostEvent } from './event-store.ts'
import { lockLog, ourLog } from './log-store.ts'
import { originHash } from './origin-hash.ts'
import { appendEntries, nodesIn } from './tree-store.ts'

/** @returns whether our log has grown; what does not fit changes nothing */
export async function refill(asking: Asking, { url, name }: Asked): Promise<boolean> {
  const { db, house, now } = asking
  const mirror = `${url}/mirror/${originHash(house.origin)}`
  const shown = await get(asking, `${mirror}/checkpoint`)
  const head = shown && openCheckpoint(new TextDecoder().decode(shown), house.log.key)
  const before = (await ourLog(db))!.size
  if (!head || typeof head === 'string' || head.size <= before) return false
  const entries = await entriesFrom(asking, mirror, before, head.size)
  if (!entries) return false
  return db
    .transaction()
    .execute((tx) => take(tx, asking, head, { entries, before, name, at: now() }))
    .catch((problem) => {
      if (problem instanceof DoesNotFit) return false
      throw problem
    })
}

class DoesNotFit extends Error {}

interface Given {
  entries: Uint8Array[]
  before: number
  name: string
  at: Temporal.Instant
}

async function take(tx: Tx, { house }: Asking, head: OpenedCheckpoint, given: Given): Promise<boolean> {
  const { origin } = house
  const { entries, before, name, at } = given
  if ((await lockLog(tx, origin)).size !== before) return false
  await appendEntries(tx, origin, before, entries)
  const { size, root, note } = head
  if (!sameHash(await rootAt(nodesIn(tx, origin), size), root)) throw new DoesNotFit()
  const own = note.signatures.filter((s) => s.name === origin)
  await saveCheckpoint(tx, { origin, size, root, note: formatNote({ ...note, signatures: own }), at })
  // The log holds kinds and hashes only: what they stood for in clear was beside it, and is lost unless it comes another way.
  for (const [i, entry] of entries.entries()) {
    const event = Buffer.from(entry).toString('utf8').split('\n')[1]!
    await insertLostEvent(tx, { index: before + i, event, at })
  }
  const about = { kind: 'node' as const, id: name }
  await record(tx, { at, by: { kind: 'node' }, about, act: 'log.refilled', detail: { from: before, to: size } })
  return true
}

async function entriesFrom(
  asking: Asking,
  mirror: string,
  from: number,
  to: number,
): Promise<Uint8Array[] | undefined> {
  const all: Uint8Array[] = []
  for (let index = Math.floor(from / tileWidth); index * tileWidth < to; index++) {
    const start = index * tileWidth
    const width = Math.min(tileWidth, to - start)
    const bytes = await get(asking, `${mirror}/${tilePath({ level: 'entries', index, width })}`)
    const entries = bytes && readBundle(bytes)
    if (entries?.length !== width) return undefined
    all.push(...entries.slice(Math.max(0, from - start)))
  }
  return all
}

/** More than any bundle of our entries. */
const longest = 20_000_000

async function get({ around }: Asking, url: string): Promise<Uint8Array | undefined> {
  const response = await around.ask(url, { method: 'GET' })
  if (response.status !== 200 || Number(response.headers.get('content-length') ?? 0) > longest) return undefined
  return new Uint8Array(await response.arrayBuffer())
}
