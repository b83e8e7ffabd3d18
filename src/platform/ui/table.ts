/** Calm, dense tables. On a narrow screen each row becomes a block with its labels. */
import { attribute, type Content, type Html, html } from './html.ts'

export interface Column {
  label: string
  /** Right-aligned, tabular figures. */
  numeric?: boolean
  /** The column that names the row. */
  head?: boolean
}

export interface Table {
  caption: Content
  captionHidden?: boolean
  columns: Column[]
  /** Cells in the order of the columns. */
  rows: Content[][]
  /** Shown instead of the rows where there are none. */
  empty?: Content
}

function cell(column: Column, content: Content | undefined): Html {
  const shown = content ?? ''
  const classes = attribute('class', column.numeric && 'numeric')
  if (column.head) return html`<th scope="row"${classes}>${shown}</th>`
  return html`<td data-label="${column.label}"${classes}>${shown}</td>`
}

/** A table with a caption and one header row. */
export function table(o: Table): Html {
  const heads = o.columns.map(
    (column) => html`<th scope="col"${attribute('class', column.numeric && 'numeric')}>${column.label}</th>`,
  )
  const rows = o.rows.map((row) => html`<tr>${o.columns.map((column, at) => cell(column, row[at]))}</tr>`)
  const none =
    o.rows.length === 0 && o.empty && html`<tr class="none"><td colspan="${o.columns.length}">${o.empty}</td></tr>`
  return html`<table class="table"><caption${attribute('class', o.captionHidden && 'visually-hidden')}>${o.caption}</caption><thead><tr>${heads}</tr></thead><tbody>${rows}${none}</tbody></table>`
}
