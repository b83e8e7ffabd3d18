/** Our log sends the partner's mirror the entries it lacks, until it says that it holds them all. */
import {
  formatAddEntries,
  type NoteKey,
  packageRanges,
  readMirrorInfo,
  tileProof,
  tileWidth,
} from '#src/platform/tlog/index.ts'
import type { Asked, Asking, Delivered } from './asked-cosigner.ts'
import { findCheckpoint, type StoredCheckpoint } from './checkpoint-store.ts'
import { takeCosignature } from './take-cosignature.ts'
import { entriesOf, nodesIn } from './tree-store.ts'

/** Packages of 256 entries in one request: well below the megabyte a node takes at once. */
const atOnce = 8
/** Requests made before the work is put off: 64 times 2,048 entries. */
const mostRequests = 64

/** @param start what the mirror holds as far as we know; it says where it knows otherwise */
export async function feedMirror(
  asking: Asking,
  asked: Asked & { mirror: NoteKey },
  head: StoredCheckpoint,
  start: number,
): Promise<Delivered> {
  let [from, to] = [start, head]
  for (let n = 0; n < mostRequests; n++) {
    const response = await send(asking, asked, from, to.size)
    const said = await response.text()
    if (response.status === 200) return takeCosignature(asking, asked, asked.mirror, to, said)
    const told = response.status === 202 || response.status === 409 ? readMirrorInfo(said) : undefined
    if (!told) return { retry: `add-entries answered ${response.status}` }
    const target = await findCheckpoint(asking.db, asking.house.origin, told.size)
    if (!target || told.next > target.size) return { retry: `the mirror waits for ${told.size} entries` }
    if (told.next === from && target.size === to.size) return { retry: 'the mirror takes nothing' }
    from = told.next
    to = target
  }
  return { retry: 'the mirror is still being filled' }
}

async function send({ db, house, around }: Asking, { url }: Asked, start: number, end: number): Promise<Response> {
  const { origin } = house
  const read = nodesIn(db, origin)
  const packages = []
  for (const [from, to] of packageRanges(start, end).slice(0, atOnce)) {
    const entries = await entriesOf(db, origin, from, to)
    packages.push({ entries, proof: await tileProof(read, Math.floor(from / tileWidth) * tileWidth, end) })
  }
  const body = formatAddEntries({ origin, start, end, ticket: new Uint8Array(), packages })
  const headers = { 'content-type': 'application/octet-stream' }
  return around.ask(`${url}/add-entries`, { method: 'POST', headers, body })
}
