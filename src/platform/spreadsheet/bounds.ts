/** How much of a spreadsheet is read: more than any office's list, and little enough that a hostile file costs nothing. */
import { refuser } from '#src/platform/refusal.ts'

export type SpreadsheetRefusal = 'sheet_unreadable' | 'sheet_empty' | 'sheet_too_large' | 'sheet_old_format'

export const refuseSheet = refuser<SpreadsheetRefusal>()

/** Bytes of a file as it is sent. */
export const largestSheet = 8 * 1024 * 1024
export const mostRows = 5_000
export const mostColumns = 60
/** Characters of one cell. */
export const longestCell = 20_000

export interface SheetRow {
  /** The line or row a person finds it under in their own program. */
  line: number
  cells: string[]
}

/** Adds a row, unless nothing stands in it. @throws Refusal `sheet_too_large` */
export function addRow(rows: SheetRow[], { line, cells }: SheetRow): void {
  // Half a character and a zero byte, which a workbook may claim to hold, cannot be kept.
  const kept = cells.map((cell) => cell.toWellFormed().replaceAll('\0', '').trim())
  while (kept.at(-1) === '') kept.pop()
  if (kept.length === 0) return
  if (kept.length > mostColumns || rows.length >= mostRows || kept.some((cell) => cell.length > longestCell))
    refuseSheet('sheet_too_large', { rows: mostRows, columns: mostColumns, characters: longestCell }, 413)
  rows.push({ line, cells: kept })
}
