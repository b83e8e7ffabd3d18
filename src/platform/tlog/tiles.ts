/** The paths and contents of a log served as static tiles (C2SP tlog-tiles). */
import { concat } from '#src/platform/bytes.ts'
import type { Node } from './tree.ts'

/** Hashes in a full tile, entries in a full bundle. */
export const tileWidth = 256

export interface Tile {
  /** Height in tiles, or `entries` for a bundle of entries. */
  level: number | 'entries'
  index: number
  /** 256 for a full tile. */
  width: number
}

/** `tile/0/x001/x234/067`, with `.p/17` after it for a partial one. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/.{3}/g)!
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`
}

/** Reads a path strictly: one tile has one path. @returns undefined where it is none */
export function readTilePath(path: string): Tile | undefined {
  const found = /^tile\/(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!found) return undefined
  const [, level, number, partial] = found
  const width = partial === undefined ? tileWidth : Number(partial)
  const index = Number(number!.replace(/[x/]/g, ''))
  if (!Number.isSafeInteger(index)) return undefined
  const tile: Tile = { level: level === 'entries' ? level : Number(level), index, width }
  return tilePath(tile) === path && width > 0 ? tile : undefined
}

/** How many hashes a tile has in a tree of `size` entries: 256 when it is full, 0 when it is not there. */
export function widthIn(size: number, { level, index }: Pick<Tile, 'level' | 'index'>): number {
  const height = level === 'entries' ? 0 : level
  const hashes = Math.floor(size / tileWidth ** height)
  return Math.min(tileWidth, Math.max(0, hashes - index * tileWidth))
}

/** The subtrees whose hashes, one after the other, are the tile. */
export function nodesOf({ level, index, width }: Tile & { level: number }): Node[] {
  return Array.from({ length: width }, (_, i) => ({ level: level * 8, index: index * tileWidth + i }))
}

/** Entries one after the other, each after its length in two bytes. @throws RangeError for an entry over 65,535 bytes */
export function bundle(entries: Uint8Array[]): Uint8Array {
  return concat(
    entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError('an entry too long for a bundle')
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
    }),
  )
}

/** Reads a bundle. @returns undefined where the lengths do not come out even */
export function readBundle(bytes: Uint8Array): Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    if (at + 2 > bytes.length) return undefined
    const end = at + 2 + (bytes[at]! << 8) + bytes[at + 1]!
    if (end > bytes.length) return undefined
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  return entries
}
