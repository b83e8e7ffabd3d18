/**
 * Reads PDF objects from bytes. Accepts little: no comments, no escaped names, no duplicate keys, generation 0 only.
 */

import { fromHex } from '#src/platform/bytes.ts'
import { type Cursor, regular } from './cursor.ts'
import { type Dict, type Indirect, isDict, regularName, type Value } from './objects.ts'

const deepest = 40
/** More values than any agreement holds; a bound on memory, whatever the file. */
const mostValues = 1_000_000

/** Reads one direct object, leading white space included. @throws {Malformed} */
export function readValue(cursor: Cursor, depth = 0): Value {
  if (depth > deepest) cursor.fail('nested too deeply')
  if (++cursor.values > mostValues) cursor.fail('too many values')
  cursor.skipSpace()
  if (cursor.sees('<<')) return readDict(cursor, depth)
  const byte = cursor.peek()
  if (byte === 0x2f) return { name: readName(cursor) }
  if (byte === 0x28) return { bytes: readLiteral(cursor) }
  if (byte === 0x3c) return { bytes: readHex(cursor) }
  if (byte === 0x5b) return readArray(cursor, depth)
  return readWord(cursor)
}

function readWord(cursor: Cursor): Value {
  const start = cursor.at
  const word = cursor.word()
  if (word === 'null') return null
  if (word === 'true' || word === 'false') return word === 'true'
  if (!/^[+-]?(\d{1,15}(\.\d*)?|\.\d+)$/.test(word)) {
    cursor.at = start
    cursor.fail('expected an object')
  }
  if (/^[1-9]\d{0,9}$/.test(word) && cursor.sees(' 0 R') && !regular(cursor.source[cursor.at + 4])) {
    cursor.at += 4
    return { ref: Number(word) }
  }
  return Number(word)
}

function readName(cursor: Cursor): string {
  cursor.take('/')
  const word = cursor.word()
  if (!regularName.test(word)) cursor.fail('a name with unusual characters')
  return word
}

function readDict(cursor: Cursor, depth: number): Dict {
  cursor.take('<<')
  const result: Dict = new Map()
  for (cursor.skipSpace(); !cursor.sees('>>'); cursor.skipSpace()) {
    const key = readName(cursor)
    if (result.has(key)) cursor.fail(`key ${key} twice`)
    result.set(key, readValue(cursor, depth + 1))
  }
  cursor.take('>>')
  return result
}

function readArray(cursor: Cursor, depth: number): Value[] {
  cursor.take('[')
  const result: Value[] = []
  for (cursor.skipSpace(); !cursor.sees(']'); cursor.skipSpace()) result.push(readValue(cursor, depth + 1))
  cursor.take(']')
  return result
}

function readHex(cursor: Cursor): Uint8Array {
  const close = cursor.source.indexOf(0x3e, cursor.at)
  if (close < 0 || close >= cursor.end) cursor.fail('hex string without end')
  const digits = cursor.slice(cursor.at + 1, close)
  if (digits.length % 2 || !/^[0-9a-fA-F]*$/.test(digits)) cursor.fail('not a hex string')
  cursor.at = close + 1
  return fromHex(digits)
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12, '(': 40, ')': 41, '\\': 92 }

function readLiteral(cursor: Cursor): Uint8Array {
  cursor.take('(')
  const result: number[] = []
  for (let open = 1; ; ) {
    const byte = cursor.peek()
    if (byte === undefined) cursor.fail('string without end')
    cursor.at++
    if (byte === 0x29 && --open === 0) return Uint8Array.from(result)
    if (byte === 0x28) open++
    result.push(byte === 0x5c ? readEscape(cursor) : byte)
  }
}

function readEscape(cursor: Cursor): number {
  const octal = /^[0-7]{1,3}/.exec(cursor.slice(cursor.at, cursor.at + 3))?.[0]
  const code = octal ? Number.parseInt(octal, 8) : escapes[String.fromCharCode(cursor.peek() ?? 0)]
  if (code === undefined || code > 255) cursor.fail('unknown escape in a string')
  cursor.at += octal ? octal.length : 1
  return code
}

/** Reads `n 0 obj … endobj` with its stream, whose /Length must be a direct number. @throws {Malformed} */
export function readIndirect(cursor: Cursor): { number: number; value: Indirect } {
  const number = cursor.integer()
  cursor.take(' 0 obj')
  const value = readValue(cursor)
  cursor.skipSpace()
  if (!isDict(value) || !cursor.sees('stream')) {
    cursor.take('endobj')
    return { number, value }
  }
  cursor.take('stream\n')
  const length = value.get('Length')
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) cursor.fail('stream without a length')
  if (cursor.at + length > cursor.end) cursor.fail('stream longer than the file')
  const data = cursor.source.subarray(cursor.at, cursor.at + length)
  cursor.at += length
  cursor.skipSpace()
  cursor.take('endstream')
  cursor.skipSpace()
  cursor.take('endobj')
  return { number, value: { dict: value, data } }
}
