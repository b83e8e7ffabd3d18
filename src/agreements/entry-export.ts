/** The register as a file for other programs: what was asked, printed above; every field one may see. */
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { columnName, columnText, type EntryColumn } from './entry-columns.ts'
import type { EntryFound } from './entry-search.ts'
import { datesOf, standingOn } from './entry-standing.ts'
import { kindWords, signingWords, standingWords } from './entry-value-words.ts'
import { entryWords } from './entry-words.ts'

export interface Exported {
  rows: EntryFound[]
  /** The filter in words, and the day it was asked. */
  said: string
  day: Temporal.PlainDate
  language: Language
  /** Chosen columns; none: every field. */
  columns: EntryColumn[]
}

/** The titles and what was chosen; where nobody chose, everything. */
const cells = (exported: Exported): string[][] =>
  exported.columns.length > 0 ? chosenCells(exported) : allCells(exported)

function chosenCells({ rows, day, language, columns }: Exported): string[][] {
  const w = speak(entryWords, language)
  const names = columns.map((column) => columnName(column, language))
  const on = (date: Temporal.PlainDate) => date.toString()
  const lines = rows.map((row) => [
    ...[row.title_en, row.title_zh],
    ...columns.map((column) => columnText(column, row, { day, language, on })),
  ])
  return [[`${w.ourTitle} en`, `${w.ourTitle} zh`, ...names], ...lines]
}

function allCells({ rows, day, language }: Exported): string[][] {
  const w = speak(entryWords, language)
  const header = [
    'id',
    `${w.ourTitle} en`,
    `${w.ourTitle} zh`,
    w.reference,
    w.partner,
    'ROR',
    w.kind,
    w.standing,
    w.signedHow,
  ]
  const dates = [w.signedOn, w.effectiveOn, w.endsOn, w.reviewOn, w.noticeMonths, w.terminatedOn]
  const rest = [w.theirTitle, w.theirType, w.theirReference, w.fields, w.units, w.obligations]
  const on = (date: Temporal.PlainDate | null) => date?.toString() ?? ''
  const lines = rows.map((r) => [
    ...[r.id, r.title_en, r.title_zh, r.reference, r[language === 'zh' ? 'name_zh' : 'name_en'], r.partner],
    ...[kindWords[r.kind][language], standingWords[standingOn(datesOf(r), day)][language]],
    ...[signingWords[r.signed_how][language], on(r.signed_on), on(r.effective_on), on(r.ends_on), on(r.review_on)],
    ...[String(r.notice_months ?? ''), on(r.terminated_on), r.their_title, r.their_type, r.their_reference],
    ...[r.fields, r.units, r.obligations],
  ])
  return [[...header, ...dates, ...rest], ...lines]
}

/** UTF-8 with a byte order mark, since Excel takes it for another encoding without; cells that would be formulas are quoted as text. */
export function entriesCsv(exported: Exported): string {
  const { said, day } = exported
  return stringify([[`${said} · ${day}`], [], ...cells(exported)], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

/** The same as a workbook with one sheet; every cell is text, so nothing is calculated or cut. */
export async function entriesXlsx(exported: Exported): Promise<Uint8Array<ArrayBuffer>> {
  const text = (value: string, more = {}) => ({ value, type: String, ...more })
  const [header, ...lines] = cells(exported)
  const sheet = [
    [text(`${exported.said} · ${exported.day}`, { fontWeight: 'bold' as const })],
    [],
    header!.map((value) => text(value, { fontWeight: 'bold' as const })),
    ...lines.map((line) => line.map((value) => text(value))),
  ]
  const made = await writeXlsxFile(sheet).toBuffer()
  return new Uint8Array(made)
}
