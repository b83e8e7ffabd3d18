/** What a log and its mirror say to each other over HTTP (C2SP tlog-mirror, `add-entries`). */
import { fromBase64, readNumber, toBase64 } from './base64.ts'
import { tileWidth } from './tiles.ts'

/** A run of entries inside one subtree of 256, with the proof that the subtree is in the tree of `end` entries. */
export interface EntryPackage {
  entries: Uint8Array[]
  proof: Uint8Array[]
}

export interface AddEntries {
  origin: string
  /** Index of the first entry carried. */
  start: number
  /** Size of the checkpoint the entries lead up to. */
  end: number
  /** What the mirror gave us to recognise it by; may be empty. */
  ticket: Uint8Array
  packages: EntryPackage[]
}

/** Entries from `start` to before `end`, cut where tlog-mirror cuts them. */
export function packageRanges(start: number, end: number): [from: number, to: number][] {
  const ranges: [number, number][] = []
  for (let from = start; from < end; ) {
    const to = Math.min(end, (Math.floor(from / tileWidth) + 1) * tileWidth)
    ranges.push([from, to])
    from = to
  }
  return ranges
}

const uint = (bytes: 1 | 2, value: number) => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntBE(value, 0, bytes)
  return buffer
}

const uint64 = (value: number) => {
  const buffer = Buffer.alloc(8)
  buffer.writeBigUInt64BE(BigInt(value))
  return buffer
}

const sized = (bytes: Uint8Array) => [uint(2, bytes.length), bytes]

export function formatAddEntries({ origin, start, end, ticket, packages }: AddEntries): Uint8Array {
  return Buffer.concat([
    ...sized(Buffer.from(origin)),
    uint64(start),
    uint64(end),
    ...sized(ticket),
    ...packages.flatMap(({ entries, proof }) => [...entries.flatMap(sized), uint(1, proof.length), ...proof]),
  ])
}

/** Reads bytes one field after the other; says `undefined` for ever after the end was passed. */
class Reader {
  readonly #bytes: Buffer
  #at = 0
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes)
  }
  get rest(): number {
    return this.#bytes.length - this.#at
  }
  take(length: number): Buffer {
    if (length > this.rest) throw new RangeError('the body ends too soon')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
  number(bytes: 1 | 2 | 8): number {
    const value = bytes === 8 ? Number(this.take(8).readBigUInt64BE()) : this.take(bytes).readUIntBE(0, bytes)
    if (!Number.isSafeInteger(value)) throw new RangeError('a number too large to count with')
    return value
  }
  sized(): Buffer {
    return this.take(this.number(2))
  }
}

/** Reads a request. A package cut off in the middle is left aside, as tlog-mirror asks. @returns undefined where not even its head is right */
export function readAddEntries(body: Uint8Array): AddEntries | undefined {
  const reader = new Reader(body)
  try {
    const origin = reader.sized().toString('utf8')
    const [start, end] = [reader.number(8), reader.number(8)]
    const ticket = reader.sized()
    if (start > end) return undefined
    return { origin, start, end, ticket, packages: readPackages(reader, start, end) }
  } catch {
    return undefined
  }
}

function readPackages(reader: Reader, start: number, end: number): EntryPackage[] {
  const packages: EntryPackage[] = []
  try {
    for (let from = start; from < end && reader.rest > 0; ) {
      const to = Math.min(end, (Math.floor(from / tileWidth) + 1) * tileWidth)
      const entries = Array.from({ length: to - from }, () => reader.sized())
      const count = reader.number(1)
      if (count > 63) break
      packages.push({ entries, proof: Array.from({ length: count }, () => reader.take(32)) })
      from = to
    }
  } catch {
    // The package that was cut off is not one.
  }
  return packages
}

/** The type of the answers 202 and 409. */
export const mirrorInfoType = 'text/x.tlog.mirror-info'

export interface MirrorInfo {
  /** Size of a checkpoint the mirror knows. */
  size: number
  /** The first entry it does not have. */
  next: number
  ticket: Uint8Array
}

export function formatMirrorInfo({ size, next, ticket }: MirrorInfo): string {
  return `${size}\n${next}\n${toBase64(ticket)}\n`
}

export function readMirrorInfo(text: string): MirrorInfo | undefined {
  const [first, second, third, end, ...more] = text.split('\n')
  const [size, next, ticket] = [readNumber(first ?? ''), readNumber(second ?? ''), fromBase64(third ?? '')]
  if (size === undefined || next === undefined || !ticket || end !== '' || more.length > 0) return undefined
  return { size, next, ticket }
}
