/** The rows a list was left with, as a file to correct and bring in again: as they stood, with what was wrong with each. */
import { stringify } from 'csv-stringify/sync'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { readSpreadsheet } from '#src/platform/spreadsheet/index.ts'
import type { ColumnField } from './column.ts'
import { headingRow } from './column.ts'
import { fieldWords, problemWords } from './field-words.ts'
import type { ProblemKind } from './row-plan.ts'
import { type Import, rowsOf } from './store.ts'
import { importWords } from './words.ts'

export async function leftOut(db: Db, { id, file, settings }: Import, language: Language): Promise<string> {
  const { encoding, separator, sheet } = settings
  const { rows } = readSpreadsheet((await getFile(db, file))!.bytes, { encoding, separator, sheet })
  const heading = rows[settings.heading ?? headingRow(rows)]?.cells ?? []
  const out = (await rowsOf(db, id)).filter(({ outcome }) => outcome === 'unreadable')
  const lines = out.map(({ line, said }) => {
    const why = said.problems.map(
      ({ field, why, value }) =>
        `${fieldWords[field as ColumnField][language]}: ${value} ${problemWords[why as ProblemKind][language]}`,
    )
    const cells = rows.find((row) => row.line === line)?.cells ?? []
    return [String(line), why.join('; '), ...cells]
  })
  const head = [importWords.row[language], importWords.why[language], ...heading]
  return stringify([head, ...lines], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
}
