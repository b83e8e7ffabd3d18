/** Reads a ROR dump record by record, whatever its wrapping: the published zip, its JSON array, JSON lines, or either gzipped. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { openPromise } from 'yauzl'

/** Bytes of one record after which the file is not a dump: real records stay under 200 kB. */
const longestRecord = 8 * 1024 * 1024

/**
 * The parsed records of a dump, one after the other; memory does not grow with the file. In the published zip the
 * file of schema 2 is read (its name contains `schema_v2` or it is the only JSON there).
 * @throws Error in words where the file is none of the known kinds or breaks off
 */
export async function* rorRecords(path: string): AsyncGenerator<unknown> {
  let number = 0
  for await (const text of pieces(await bytesOf(path))) {
    number++
    yield parse(text, number)
  }
}

function parse(text: string, number: number): unknown {
  try {
    return JSON.parse(text)
  } catch (problem) {
    throw new Error(`record ${number} is not JSON: ${(problem as Error).message}`)
  }
}

/** Bytes of the JSON itself. */
async function bytesOf(path: string): Promise<Readable> {
  const start = await firstBytes(path)
  if (start.subarray(0, 2).equals(Buffer.from('PK'))) return unzip(path)
  const file = createReadStream(path)
  return start[0] === 0x1f && start[1] === 0x8b ? file.pipe(createGunzip()) : file
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    return (await file.read(Buffer.alloc(4), 0, 4, 0)).buffer
  } finally {
    await file.close()
  }
}

async function unzip(path: string): Promise<Readable> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: true })
  const found = []
  for await (const entry of zip.eachEntry()) if (entry.fileName.endsWith('.json')) found.push(entry)
  const chosen = found.find((entry) => /schema_v2/.test(entry.fileName)) ?? found[0]
  if (!chosen) throw new Error('the zip holds no JSON file')
  return zip.openReadStreamPromise(chosen)
}

const [brace, unbrace, quote, backslash] = [0x7b, 0x7d, 0x22, 0x5c]

/** Cuts a stream of JSON into its outermost objects by counting braces outside strings. */
async function* pieces(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held: Buffer = Buffer.alloc(0)
  const at = { depth: 0, inString: false, escaped: false, start: -1, next: 0 }
  for await (const chunk of stream) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    for (; at.next < held.length; at.next++) {
      if (!step(at, held[at.next]!)) continue
      yield held.toString('utf8', at.start, at.next + 1)
      at.start = -1
    }
    const keep = at.start < 0 ? at.next : at.start
    held = held.subarray(keep)
    at.next -= keep
    if (at.start >= 0) at.start = 0
    if (held.length > longestRecord) throw new Error('this is not a ROR dump: no record ends within eight megabytes')
  }
  if (at.depth > 0) throw new Error('the file breaks off in the middle of a record')
}

interface Position {
  depth: number
  inString: boolean
  escaped: boolean
  start: number
  next: number
}

/** Takes one byte; true when it ends an outermost object. */
function step(at: Position, byte: number): boolean {
  if (at.inString) {
    if (at.escaped) at.escaped = false
    else if (byte === backslash) at.escaped = true
    else if (byte === quote) at.inString = false
    return false
  }
  if (byte === quote) at.inString = at.depth > 0
  else if (byte === brace && at.depth++ === 0) at.start = at.next
  else if (byte === unbrace && at.depth > 0) return --at.depth === 0
  return false
}
