/** Reading a text with separated values, whatever separates them. */
import { parse } from 'csv-parse/sync'
import { addRow, refuseSheet, type SheetRow } from './bounds.ts'

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** @throws Refusal `sheet_unreadable`, `sheet_too_large` */
export function readCsv(text: string, separator: Separator): SheetRow[] {
  const rows: SheetRow[] = []
  for (const { record, info } of parsed(text, separator)) addRow(rows, { line: info.lines, cells: record })
  return rows
}

/** The separator that divides most of the first lines into the same number of cells, more than one. */
export function separatorOf(text: string): Separator {
  const begin = text.slice(0, 200_000)
  const scores = separators.map((separator) => ({ separator, score: evenness(begin, separator) }))
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).separator
}

function evenness(text: string, separator: Separator): number {
  try {
    const widths = parsed(text, separator, 40).map(({ record }) => record.length)
    const counts = new Map<number, number>()
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
    return Math.max(0, ...[...counts].map(([width, n]) => n * 100 + Math.min(width, 60)))
  } catch {
    return 0
  }
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

function parsed(text: string, separator: Separator, to?: number): Parsed[] {
  try {
    const options = { delimiter: separator, relax_column_count: true, relax_quotes: true, info: true, bom: true }
    // A quote left open would make one cell of all that follows.
    return parse(text, { ...options, max_record_size: 400_000, to }) as unknown as Parsed[]
  } catch {
    return refuseSheet('sheet_unreadable', {}, 422)
  }
}
