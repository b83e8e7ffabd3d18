/** Zip files: written with the same bytes for the same contents, read with limits; in Node and in browsers alike. */
import { strFromU8, unzipSync, zipSync } from 'fflate'

export type Files = Map<string, Uint8Array>

/** Nothing in it depends on the day it was made. */
const mtime = new Date(1980, 0, 1)

/** The files in the order of their names. */
export function packZip(files: Files): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { level: 6, mtime })
}

const mostFiles = 1_000
const mostBytes = 80 * 1024 * 1024

/** @throws {Error} where it is no zip file, is too large unpacked, or says two things under one name */
export function readZip(bytes: Uint8Array): Files {
  const names = new Set<string>()
  let size = 0
  const found = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      size += originalSize
      if (names.has(name) || names.size >= mostFiles || size > mostBytes) throw new Error(`not acceptable: ${name}`)
      names.add(name)
      return !name.endsWith('/')
    },
  })
  return new Map(Object.entries(found))
}

export const isZip = (bytes: Uint8Array): boolean => strFromU8(bytes.subarray(0, 4), true) === 'PK\x03\x04'
