/** Reading what an office calls "the list": a workbook or a text with separated values, in whatever encoding. */
import { isZip } from '#src/platform/zip.ts'
import { refuseSheet, type SheetRow } from './bounds.ts'
import { decoded, type Encoding, encodingOf } from './encoding.ts'
import { readCsv, type Separator, separatorOf } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'

/** How a file is to be read where the reader's own judgement was corrected. */
export interface Reading {
  encoding?: Encoding
  separator?: Separator
  sheet?: number
}

export interface Spreadsheet {
  rows: SheetRow[]
  /** How it was read. */
  as: { kind: 'text'; encoding: Encoding; separator: Separator } | { kind: 'workbook'; names: string[]; sheet: number }
  /** Days of numbers are counted from 1904. */
  from1904: boolean
}

/** @throws Refusal `sheet_empty`, `sheet_unreadable`, `sheet_too_large`, `sheet_old_format` */
export function readSpreadsheet(bytes: Uint8Array, reading: Reading = {}): Spreadsheet {
  if (bytes.length === 0) refuseSheet('sheet_empty', {}, 422)
  // The compound files of Excel before 2007.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) refuseSheet('sheet_old_format', {}, 422)
  const read = isZip(bytes) ? workbook(bytes, reading) : text(bytes, reading)
  if (read.rows.length === 0) refuseSheet('sheet_empty', {}, 422)
  return read
}

function workbook(bytes: Uint8Array, reading: Reading): Spreadsheet {
  const { names, sheet, rows, from1904 } = readWorkbook(bytes, reading.sheet ?? null)
  return { rows, as: { kind: 'workbook', names, sheet }, from1904 }
}

function text(bytes: Uint8Array, reading: Reading): Spreadsheet {
  const encoding = reading.encoding ?? encodingOf(bytes)
  const whole = decoded(bytes, encoding)
  // No list has them; a picture, a document or a program has.
  if (whole.includes('\0') || whole.startsWith('%PDF')) refuseSheet('sheet_unreadable', {}, 422)
  const separator = reading.separator ?? separatorOf(whole)
  return { rows: readCsv(whole, separator), as: { kind: 'text', encoding, separator }, from1904: false }
}
