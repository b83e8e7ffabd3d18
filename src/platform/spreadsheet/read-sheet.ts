/** Reading one sheet of a workbook: the values that stand in its cells. Formulas are not calculated, only their last result is taken. */
import { addRow, mostColumns, refuseSheet, type SheetRow } from './bounds.ts'
import { serialDay } from './date-styles.ts'
import { readXml } from './read-xml.ts'

export interface Workbook {
  strings: string[]
  /** By style: whether it shows numbers as dates. */
  dates: boolean[]
  from1904: boolean
}

/** Texts that cells share. Readings of Japanese characters are left out. */
export function sharedStrings(xml: string): string[] {
  const all: string[] = []
  let [inText, inReading] = [false, false]
  readXml(xml, {
    open: (name) => {
      if (name === 'si') all.push('')
      if (name === 'rPh') inReading = true
      inText = name === 't' && !inReading
    },
    close: (name) => {
      if (name === 'rPh') inReading = false
      if (name === 't') inText = false
    },
    text: (text) => {
      if (inText && all.length > 0) all[all.length - 1] += text
    },
  })
  return all
}

interface OpenCell {
  at: number
  type: string
  style: number
  value: string
}

/** @throws Refusal `sheet_too_large`, `sheet_unreadable` */
export function readSheet(xml: string, book: Workbook): SheetRow[] {
  const rows: SheetRow[] = []
  let row: SheetRow = { line: 0, cells: [] }
  let cell: OpenCell | null = null
  let inValue = false
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') row = { line: Number(attributes().r) || row.line + 1, cells: [] }
      if (name === 'c') cell = openCell(attributes(), row.cells.length)
      inValue = name === 'v' || name === 't'
    },
    text: (text) => {
      if (cell && inValue) cell.value += text
    },
    close: (name) => {
      inValue = false
      if (name === 'c' && cell) place(row.cells, cell, book)
      if (name === 'c') cell = null
      if (name === 'row') addRow(rows, row)
    },
  })
  return rows
}

function openCell({ r = '', t = 'n', s = '0' }: Record<string, string>, next: number): OpenCell {
  const letters = /^[A-Z]{1,3}/.exec(r)?.[0]
  const at = letters ? [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1 : next
  return { at, type: t, style: Number(s), value: '' }
}

/** Puts a cell's value in its place. An empty one takes none, wherever it claims to be. */
function place(cells: string[], { at, type, style, value }: OpenCell, book: Workbook): void {
  const shown = shownAs({ type, style, value }, book)
  if (shown.trim() === '') return
  if (at >= mostColumns || at < cells.length - 1)
    refuseSheet(at >= mostColumns ? 'sheet_too_large' : 'sheet_unreadable', { columns: mostColumns }, 422)
  while (cells.length < at) cells.push('')
  cells[at] = shown
}

function shownAs({ type, style, value }: Omit<OpenCell, 'at'>, { strings, dates, from1904 }: Workbook): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (type !== 'n' || value === '') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  return (dates[style] && serialDay(number, from1904)) || String(number)
}
