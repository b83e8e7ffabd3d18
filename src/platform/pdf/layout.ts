/**
 * Reads a file section by section, from its first byte to its last, and accounts for every byte: objects end to end,
 * then the table that lists exactly these objects, then the trailer. Because nothing may stand between, this reading
 * and the one that follows `startxref` and /Prev from the end cannot differ; the chain is compared all the same.
 */

import { sameBytes } from '#src/platform/bytes.ts'
import { Cursor, Malformed } from './cursor.ts'
import { type Dict, type Indirect, isDict, isStream, nameOf, spellIndirect } from './objects.ts'
import { readIndirect, readValue } from './parse.ts'
import { header, spellTail } from './write.ts'

export interface Section {
  /** First byte of the section; the header belongs to section 0. */
  start: number
  /** One past its last byte. */
  end: number
  xrefAt: number
  objects: Map<number, Indirect>
  /** Where each object starts and ends in the file. */
  spans: Map<number, { start: number; end: number }>
  trailer: Dict
}

export interface Layout {
  sections: Section[]
  /** Why reading stopped, where it did: what follows the sections is not one. */
  failure?: Malformed
}

/** Reads the sections of a file, at most `most` of them; the first is revision 0. Never throws on any bytes. */
export function readLayout(file: Uint8Array, most: number): Layout {
  const cursor: Cursor = new Cursor(file)
  const sections: Section[] = []
  try {
    if (!sameBytes(file.subarray(0, header.length), header)) {
      throw new Malformed('header_differs', 0, 'another header')
    }
    cursor.at = header.length
    while (cursor.at < cursor.end) {
      if (sections.length >= most) throw new Malformed('too_many_revisions', cursor.at, `more than ${most}`)
      sections.push(readSection(cursor, sections.at(-1)))
    }
    return { sections }
  } catch (error) {
    if (error instanceof Malformed) return { sections, failure: error }
    throw error
  }
}

function readSection(cursor: Cursor, previous: Section | undefined): Section {
  const start = previous ? cursor.at : 0
  if (!cursor.sees('xref\n') && !/^[1-9]/.test(String.fromCharCode(cursor.peek() ?? 0))) {
    throw new Malformed(previous ? 'bytes_after_end' : 'bytes_malformed', cursor.at, 'neither an object nor a table')
  }
  const { objects, spans } = readObjects(cursor)
  const xrefAt = cursor.at
  if (!cursor.sees('xref\n')) {
    const xrefStream = [...objects.values()].some((o) => isStream(o) && nameOf(o.dict.get('Type')) === 'XRef')
    throw new Malformed(xrefStream ? 'xref_stream' : 'bytes_malformed', cursor.at, 'no cross-reference table')
  }
  checkTable(readTable(cursor), spans, start, previous)
  const trailer = readTrailer(cursor, xrefAt)
  const offsets = new Map([...spans].map(([number, span]) => [number, span.start]))
  const tail = spellTail(offsets, trailer, xrefAt)
  if (cursor.slice(xrefAt, cursor.at) !== tail) {
    throw new Malformed('table_not_canonical', xrefAt, 'table or trailer spelled otherwise')
  }
  checkTrailer(trailer, objects, xrefAt, previous)
  return { start, end: cursor.at, xrefAt, objects, spans, trailer }
}

function readObjects(cursor: Cursor): Pick<Section, 'objects' | 'spans'> {
  const objects: Section['objects'] = new Map()
  const spans: Section['spans'] = new Map()
  while (!cursor.sees('xref\n') && !cursor.sees('startxref\n')) {
    const start = cursor.at
    const { number, value } = readIndirect(cursor)
    cursor.take('\n')
    if (objects.has(number)) throw new Malformed('object_twice', start, `object ${number}`)
    const spelled = spellIndirect(number, value)
    if (!sameBytes(spelled, cursor.source.subarray(start, cursor.at))) {
      throw new Malformed('object_not_canonical', start, `object ${number} spelled otherwise`)
    }
    objects.set(number, value)
    spans.set(number, { start, end: cursor.at })
  }
  return { objects, spans }
}

interface Entry {
  number: number
  offset: number
  free: boolean
}

function readTable(cursor: Cursor): Entry[] {
  cursor.take('xref\n')
  const entries: Entry[] = []
  while (!cursor.sees('trailer\n')) {
    const first = cursor.integer()
    cursor.take(' ')
    const count = cursor.integer()
    cursor.take('\n')
    for (let i = 0; i < count; i++) {
      const line = cursor.slice(cursor.at, Math.min(cursor.at + 20, cursor.end))
      const match = /^(\d{10}) \d{5} ([nf]) \n$/.exec(line)
      if (!match) cursor.fail('not a table entry')
      entries.push({ number: first + i, offset: Number(match[1]), free: match[2] === 'f' })
      cursor.at += 20
    }
  }
  return entries
}

function checkTable(entries: Entry[], spans: Section['spans'], start: number, previous: Section | undefined): void {
  for (const { number, offset, free } of entries) {
    const detail = `object ${number}`
    if (free && !(number === 0 && !previous)) throw new Malformed('object_freed', start, detail)
    if (free) continue
    if (offset < start) throw new Malformed('offset_before_revision', offset, detail)
    if (spans.get(number)?.start !== offset) throw new Malformed('offset_wrong', offset, detail)
  }
  const listed = new Set(entries.map((e) => e.number))
  for (const number of spans.keys()) {
    if (!listed.has(number)) throw new Malformed('object_not_listed', start, `object ${number}`)
  }
}

function readTrailer(cursor: Cursor, xrefAt: number): Dict {
  cursor.take('trailer\n')
  const trailer = readValue(cursor)
  if (!isDict(trailer)) cursor.fail('no trailer')
  cursor.take('\nstartxref\n')
  const at = cursor.at
  if (cursor.integer() !== xrefAt) throw new Malformed('startxref_wrong', at, 'not the table of this section')
  cursor.take('\n%%EOF\n')
  return trailer
}

function checkTrailer(trailer: Dict, objects: Section['objects'], xrefAt: number, previous: Section | undefined): void {
  const expected = previous ? ['Size', 'Root', 'ID', 'Prev'] : ['Size', 'Root', 'ID']
  const keys = [...trailer.keys()]
  const odd = keys.find((key) => !expected.includes(key)) ?? expected.find((key) => !trailer.has(key))
  if (odd) throw new Malformed('trailer_differs', xrefAt, odd)
  // Not `Math.max` of them all: a hostile file has more objects than a call takes arguments.
  let size = previous ? (previous.trailer.get('Size') as number) : 0
  for (const number of objects.keys()) size = Math.max(size, number + 1)
  if (trailer.get('Size') !== size) throw new Malformed('trailer_differs', xrefAt, 'Size')
  if (!previous) return
  if (trailer.get('Prev') !== previous.xrefAt) throw new Malformed('trailer_differs', xrefAt, 'Prev')
  for (const key of ['Root', 'ID']) {
    const unchanged = spellIndirect(0, trailer.get(key)!)
    if (!sameBytes(unchanged, spellIndirect(0, previous.trailer.get(key)!))) {
      throw new Malformed('trailer_differs', xrefAt, key)
    }
  }
}
