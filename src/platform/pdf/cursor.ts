/** A place in bytes, and what is said where they are not as they should be. */
import { fromLatin1 } from '#src/platform/bytes.ts'

export type MalformedCode =
  | 'header_differs'
  | 'bytes_malformed'
  | 'bytes_after_end'
  | 'object_not_canonical'
  | 'object_twice'
  | 'object_freed'
  | 'object_not_listed'
  | 'offset_before_revision'
  | 'offset_wrong'
  | 'startxref_wrong'
  | 'table_not_canonical'
  | 'trailer_differs'
  | 'xref_stream'
  | 'too_many_revisions'

/** Why bytes are not the file they should be: a code for programs, the offset, and a word for people. */
export class Malformed extends Error {
  readonly code: MalformedCode
  readonly at: number
  constructor(code: MalformedCode, at: number, what: string) {
    super(what)
    this.code = code
    this.at = at
  }
}

const space = (byte: number | undefined) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
const delimiters = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)))
/** A character that names and numbers are made of. */
export const regular = (byte: number | undefined) =>
  byte !== undefined && byte > 0x20 && byte < 0x7f && !delimiters.has(byte)

/** A place in the bytes that moves on as things are read. */
export class Cursor {
  readonly source: Uint8Array
  at: number
  readonly end: number
  /** Values read so far. */
  values = 0

  constructor(source: Uint8Array, at = 0, end = source.length) {
    this.source = source
    this.at = at
    this.end = end
  }

  fail(what: string): never {
    throw new Malformed('bytes_malformed', this.at, what)
  }

  peek(): number | undefined {
    return this.at < this.end ? this.source[this.at] : undefined
  }

  slice(start: number, end = this.end): string {
    return fromLatin1(this.source.subarray(start, end))
  }

  skipSpace(): void {
    while (space(this.peek())) this.at++
  }

  sees(literal: string): boolean {
    if (this.at + literal.length > this.end) return false
    for (let i = 0; i < literal.length; i++) {
      if (this.source[this.at + i] !== literal.charCodeAt(i)) return false
    }
    return true
  }

  take(literal: string): void {
    if (!this.sees(literal)) this.fail(`expected ${JSON.stringify(literal)}`)
    this.at += literal.length
  }

  word(): string {
    const start = this.at
    while (regular(this.peek())) this.at++
    return this.slice(start, this.at)
  }

  /** A non-negative integer without leading zeros. */
  integer(): number {
    const word = this.word()
    if (!/^(0|[1-9]\d{0,9})$/.test(word)) this.fail('expected an integer')
    return Number(word)
  }
}
