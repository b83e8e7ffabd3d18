/** What the columns of a list hold, and how its file is read. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { encodings, separators } from '#src/platform/spreadsheet/index.ts'
import { type Html, hidden, html, selectField, table } from '#src/platform/ui/index.ts'
import { columnFields } from './column.ts'
import { fieldWords } from './field-words.ts'
import type { ListView } from './read-import.ts'
import { importWords, separatorWords } from './words.ts'

export function columnsPart(view: ListView, language: Language): Html {
  const w = speak(importWords, language)
  const { list } = view
  const options = [
    { value: '', label: w.notTaken },
    ...columnFields.map((value) => ({ value, label: fieldWords[value][language] })),
  ]
  const first = list.sheet.rows[list.headingAt + 1]?.cells ?? []
  const rows = list.heading.map((heading, n) => [
    heading || html`<span class="muted">${w.noHeading(n + 1)}</span>`,
    html`<span class="muted">${(first[n] ?? '').slice(0, 80)}</span>`,
    selectField({
      name: `column:${n}`,
      id: `f-column-${n}`,
      label: html`<span class="visually-hidden">${heading || w.noHeading(n + 1)}</span>`,
      value: list.columns[n] ?? '',
      options,
    }),
  ])
  const columns = [{ label: w.column, head: true }, { label: w.sample }, { label: w.holds }]
  return html`<div class="filter-line">${readingPart(view, language)}</div>${hidden({ columns: String(list.heading.length), read: readingOf(list) })}${table({ caption: w.columns, captionHidden: true, columns, rows })}`
}

/** How the file was read when the columns were shown: read otherwise, they are others. */
export const readingOf = ({ sheet: { as }, headingAt }: ListView['list']): string =>
  as.kind === 'workbook' ? `${as.sheet}/${headingAt}` : `${as.encoding}/${as.separator}/${headingAt}`

/** The reader's own judgement of the file, to be corrected. */
function readingPart({ list }: ListView, language: Language): Html {
  const w = speak(importWords, language)
  const { as, rows } = list.sheet
  const heading = rows.slice(0, 12).map(({ line, cells }, n) => ({
    value: String(n),
    label: `${line}: ${cells.filter(Boolean).join(' · ').slice(0, 60)}`,
  }))
  const where = selectField({ name: 'heading', label: w.headingRow, value: String(list.headingAt), options: heading })
  if (as.kind === 'workbook') {
    const options = as.names.map((label, n) => ({ value: String(n), label }))
    return html`${selectField({ name: 'sheet', label: w.sheet, value: String(as.sheet), options })}${where}`
  }
  const all = encodings.map((value) => ({ value, label: value.toUpperCase() }))
  const divided = separators.map((value) => ({ value, label: separatorWords[value]![language] }))
  return html`${selectField({ name: 'encoding', label: w.encoding, value: as.encoding, options: all })}${selectField({ name: 'separator', label: w.separator, value: as.separator, options: divided })}${where}`
}
