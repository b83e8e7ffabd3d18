/**
 * Reads a file made by our own typesetter and copies objects out of it. Not for files from elsewhere: see `layout.ts`.
 */

import { Cursor } from './cursor.ts'
import {
  type Dict,
  type Indirect,
  isArray,
  isDict,
  isRef,
  isStream,
  type Ref,
  type Stream,
  type Value,
} from './objects.ts'
import { readIndirect, readValue } from './parse.ts'
import type { Numbering } from './write.ts'

export interface Source {
  objects: Map<number, Indirect>
  trailer: Dict
}

/** Loads a file with one classic cross-reference table. @throws {Malformed} where it is anything else */
export function loadTypeset(file: Uint8Array): Source {
  const cursor: Cursor = new Cursor(file)
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(cursor.slice(Math.max(0, file.length - 64)))
  if (!start) cursor.fail('no startxref')
  cursor.at = Number(start[1])
  cursor.take('xref')
  const offsets = readOffsets(cursor)
  cursor.take('trailer')
  const trailer = readValue(cursor)
  if (!isDict(trailer)) cursor.fail('no trailer')
  return { objects: readAll(file, offsets), trailer }
}

function readOffsets(cursor: Cursor): number[] {
  const offsets: number[] = []
  for (cursor.skipSpace(); !cursor.sees('trailer'); cursor.skipSpace()) {
    const head = /^\d+ (\d+)\s+/.exec(cursor.slice(cursor.at, cursor.at + 24))
    if (!head) cursor.fail('not a table')
    cursor.at += head[0].length
    for (let count = Number(head[1]); count > 0; count--, cursor.at += 20) {
      const entry = /^(\d{10}) \d{5} ([nf])/.exec(cursor.slice(cursor.at, cursor.at + 18))
      if (!entry) cursor.fail('not a table entry')
      if (entry[2] === 'n') offsets.push(Number(entry[1]))
    }
  }
  return offsets
}

function readAll(file: Uint8Array, offsets: number[]): Source['objects'] {
  const objects: Source['objects'] = new Map()
  for (const offset of offsets) {
    const { number, value } = readIndirect(new Cursor(file, offset))
    objects.set(number, value)
  }
  return objects
}

/** Follows a reference; undefined where nothing is there. */
export function resolve(source: Pick<Source, 'objects'>, value: Indirect | undefined): Indirect | undefined {
  return isRef(value) ? source.objects.get(value.ref) : value
}

/** The dictionary behind a value. @throws {Error} where there is none: our own files always have it */
export function dictAt(source: Pick<Source, 'objects'>, value: Indirect | undefined): Dict {
  const found = resolve(source, value)
  if (!isDict(found)) throw new Error('expected a dictionary')
  return found
}

/** Pages in order, from a page tree of any depth. */
export function pagesOf(source: Source): Ref[] {
  const walk = (node: Ref): Ref[] => {
    const kids = resolve(source, dictAt(source, node).get('Kids'))
    return isArray(kids) ? kids.filter(isRef).flatMap(walk) : [node]
  }
  const root = dictAt(source, source.trailer.get('Root')).get('Pages')
  if (!isRef(root)) throw new Error('expected a page tree')
  return walk(root)
}

/**
 * Makes a function that copies objects of `source` into `target`, each once, in the order they are met, with new
 * numbers. `skip` names dictionary keys that are left out.
 */
export function copier(source: Source, target: Numbering, skip: string[] = []): (value: Value) => Value {
  const taken = new Map<number, Ref>()
  const copyRef = (value: Ref): Value => {
    const known = taken.get(value.ref)
    if (known) return known
    const original = source.objects.get(value.ref)
    if (original === undefined) return null
    const place = target.reserve()
    taken.set(value.ref, place)
    target.set(place, isStream(original) ? copyStream(original) : copy(original))
    return place
  }
  const copyStream = (value: Stream): Stream => ({ dict: copyDict(value.dict), data: value.data })
  const copyDict = (value: Dict): Dict =>
    new Map([...value].filter(([key]) => !skip.includes(key)).map(([key, entry]) => [key, copy(entry)]))
  const copy = (value: Value): Value => {
    if (isRef(value)) return copyRef(value)
    if (isDict(value)) return copyDict(value)
    return isArray(value) ? value.map(copy) : value
  }
  return copy
}
