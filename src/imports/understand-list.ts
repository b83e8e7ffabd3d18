/** Understands a list that was sent: its columns, partners, types and days, and what would become of every row. Changes nothing. */
import { entriesNumbered, entriesToCompare } from '#src/agreements/index.ts'
import { institutions } from '#src/partners/index.ts'
import { canonicalHash } from '#src/platform/canonical.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { readSpreadsheet, type Spreadsheet } from '#src/platform/spreadsheet/index.ts'
import { type ColumnField, guessColumns, headingRow } from './column.ts'
import { matchPartners, type PartnerMatch } from './match-partners.ts'
import { planRows, readRows } from './plan-rows.ts'
import { cellsOf } from './read-row.ts'
import { relateRows } from './relate-rows.ts'
import type { RowPlan } from './row-plan.ts'
import type { Settings } from './settings.ts'
import type { Import } from './store.ts'

export interface UnderstoodList {
  sheet: Spreadsheet
  settings: Settings
  /** Where the headings stand, counted among the rows in which something stands. */
  headingAt: number
  heading: string[]
  columns: (ColumnField | null)[]
  partners: PartnerMatch[]
  plan: RowPlan[]
  /** Names of institutions of our register, by ROR id. */
  ours: Map<string, { en: string; zh: string }>
  /** One for the same list, understood the same way, beside the same register. */
  hash: string
}

export async function understandList(db: Db, { file, settings }: Import): Promise<UnderstoodList> {
  const { encoding, separator, sheet: wanted } = settings
  const sheet = readSpreadsheet((await getFile(db, file))!.bytes, { encoding, separator, sheet: wanted })
  const headingAt = Math.min(settings.heading ?? headingRow(sheet.rows), sheet.rows.length - 1)
  const heading = headingOf(sheet, headingAt)
  const kept = settings.columns?.length === heading.length ? settings.columns : null
  const columns = kept ?? guessColumns(heading)
  const rows = sheet.rows.slice(headingAt + 1)
  const cells = rows.map((row) => cellsOf(row.cells, { columns, heading }).partner ?? '')
  const partners = await matchPartners(db, cells)
  const byCell = new Map(partners.map((match) => [match.cell, match]))
  const read = readRows(rows, { heading, columns, settings, from1904: sheet.from1904, partners: byCell })
  const rors = [...new Set(read.map(({ details }) => details.partner).filter(Boolean))]
  const named = [...new Set(read.flatMap(({ relatives }) => relatives.map(({ value }) => value)))]
  const plan = relateRows(planRows(read, await entriesToCompare(db, rors)), await entriesNumbered(db, named))
  const ours = new Map((await institutions(db)).map(({ ror, name }) => [ror, name]))
  const hash = hashOf(plan, ours, settings)
  return { sheet, settings, headingAt, heading, columns, partners, plan, ours, hash }
}

/** As many headings as the widest row has cells. */
function headingOf({ rows }: Spreadsheet, at: number): string[] {
  const width = Math.max(...rows.slice(at).map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, n) => rows[at]?.cells[n] ?? '')
}

const hashOf = (plan: RowPlan[], ours: UnderstoodList['ours'], { zones = {} }: Settings): string =>
  canonicalHash({
    rows: plan.map(({ line, outcome, details, there = '', relatives }) => {
      const above = relatives.map(({ field, line: row = 0 }) => ({ field, row }))
      return { line, outcome, details, there, above }
    }),
    partners: [...new Set(plan.map(({ details }) => details.partner))].filter((ror) => !ours.has(ror)).sort(),
    zones,
  })
