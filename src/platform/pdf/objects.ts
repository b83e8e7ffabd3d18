/**
 * PDF objects as plain values, and their one canonical spelling (ISO 32000-1, 7.3).
 * Every file the product writes is spelled this way, so a reader can compare bytes instead of guessing at meanings.
 */

import { concat, fromLatin1, fromUtf16, latin1, sameBytes, toHex, utf8, utf16 } from '#src/platform/bytes.ts'

export interface Name {
  name: string
}
/** A byte string; text strings are encoded by `text`. */
export interface Str {
  bytes: Uint8Array
}
/** Reference to an indirect object; generations other than 0 are never written nor read. */
export interface Ref {
  ref: number
}
export type Dict = Map<string, Value>
export type Value = null | boolean | number | Name | Str | Ref | Value[] | Dict
export interface Stream {
  dict: Dict
  data: Uint8Array
}
/** What an indirect object can be. */
export type Indirect = Value | Stream

export const name = (value: string): Name => ({ name: value })
export const ref = (number: number): Ref => ({ ref: number })
export const dict = (entries: Record<string, Value>): Dict => new Map(Object.entries(entries))
/** Bytes of a Latin-1 or UTF-8 string as a PDF string. */
export const bytes = (value: string): Str => ({ bytes: utf8(value) })

/** A PDF text string: ASCII as it is, anything else UTF-16BE with its byte order mark (7.9.2.2). */
export function text(value: string): Str {
  if (/^[\x20-\x7e]*$/.test(value)) return bytes(value)
  return { bytes: utf16(`\ufeff${value}`) }
}

/** Reads a PDF text string written by `text`. */
export function textOf({ bytes: raw }: Str): string {
  if (raw[0] !== 0xfe || raw[1] !== 0xff || raw.length % 2) return fromLatin1(raw)
  return fromUtf16(raw.subarray(2))
}

const isObject = (v: Indirect | undefined): v is Exclude<Indirect, null | boolean | number> =>
  typeof v === 'object' && v !== null
export const isDict = (v: Indirect | undefined): v is Dict => v instanceof Map
export const isName = (v: Indirect | undefined): v is Name => isObject(v) && 'name' in v
export const isStr = (v: Indirect | undefined): v is Str => isObject(v) && 'bytes' in v
export const isRef = (v: Indirect | undefined): v is Ref => isObject(v) && 'ref' in v
export const isStream = (v: Indirect | undefined): v is Stream => isObject(v) && 'data' in v
export const isArray = (v: Indirect | undefined): v is Value[] => Array.isArray(v)

/** The name's text, or undefined where the value is no name. */
export const nameOf = (v: Indirect | undefined): string | undefined => (isName(v) ? v.name : undefined)

/** Characters a name may hold here: a regular name never needs the #xx escape, so spellings are unique. */
export const regularName = /^[A-Za-z0-9_.+*:'@,-]+$/

function spellNumber(value: number): string {
  if (Number.isInteger(value)) return value.toString()
  return value.toFixed(8).replace(/\.?0+$/, '')
}

function spellString({ bytes: raw }: Str): string {
  const latin = fromLatin1(raw)
  return /^[\x20-\x27\x2a-\x5b\x5d-\x7e]*$/.test(latin) ? `(${latin})` : `<${toHex(raw)}>`
}

function spellName(value: string): string {
  if (!regularName.test(value)) throw new Error(`not a regular PDF name: ${value}`)
  return `/${value}`
}

/** Spells a direct object; the result is ASCII. */
export function spell(value: Value): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return spellNumber(value)
  if (isArray(value)) return `[${value.map(spell).join(' ')}]`
  if (isDict(value)) return `<<${[...value].map(([k, v]) => `${spellName(k)} ${spell(v)}`).join('\n')}>>`
  if (isName(value)) return spellName(value.name)
  if (isRef(value)) return `${value.ref} 0 R`
  return spellString(value)
}

/** Spells an indirect object with its frame: `n 0 obj … endobj`, each on its own line. */
export function spellIndirect(number: number, value: Indirect): Uint8Array {
  if (!isStream(value)) return latin1(`${number} 0 obj\n${spell(value)}\nendobj\n`)
  const open = `${number} 0 obj\n${spell(value.dict)}\nstream\n`
  return concat([latin1(open), value.data, latin1('\nendstream\nendobj\n')])
}

/** True where both values would be spelled alike; references must name the same object numbers. */
export function same(a: Indirect | undefined, b: Indirect | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return sameBytes(spellIndirect(0, a), spellIndirect(0, b))
}
