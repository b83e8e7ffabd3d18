/** The agreements found, with the sentence that says what was asked. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { type Content, empty, type Html, html, inLanguage, table } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { entriesPager, entriesTools } from './entries-tools-view.ts'
import type { EntriesView } from './entries-view.ts'
import { columnName, columnText, type EntryColumn, usualColumns } from './entry-columns.ts'
import { filterWords } from './entry-filter.ts'
import type { EntryFound } from './entry-search.ts'
import { datesOf, standingOn } from './entry-standing.ts'
import { entryWords } from './entry-words.ts'

/** What was found, with the sentence that says what was asked; fetched alone while someone types. */
export function entryList(c: Context<WebEnv>, view: EntriesView): Html {
  const { language } = c.var
  const w = speak(entryWords, language)
  const said = filterWords(view.asked, view, language)
  if (view.rows.length === 0)
    return html`<p class="visually-hidden" role="status">${w.none}</p>${empty({ title: w.none, text: html`${said}. ${w.noneText}` })}`
  const shown = view.asked.columns.length > 0 ? view.asked.columns : usualColumns
  const columns = [
    { label: w.agreement, head: true },
    ...shown.map((column) => ({ label: columnName(column, language) })),
  ]
  const count = w.count(view.total.toLocaleString('en-GB'), view.total === 1)
  return html`<div class="bar"><p role="status"><strong>${count}</strong> <span class="muted">${said}</span></p>${entriesTools(c, view)}</div>
    ${table({ caption: said, captionHidden: true, columns, rows: view.rows.map((row) => entryRow(c, row, { day: view.day, shown })) })}${entriesPager(c, view)}`
}

function entryRow(
  c: Context<WebEnv>,
  row: EntryFound,
  { day, shown }: { day: Temporal.PlainDate; shown: EntryColumn[] },
): Content[] {
  const { language } = c.var
  const on = (date: Temporal.PlainDate) => dateWords(date.toZonedDateTime('UTC').toInstant(), 'UTC', language)
  const reference =
    row.reference && !shown.includes('reference') && html`<br><span class="muted small">${row.reference}</span>`
  return [
    html`<div><a class="register-title" href="/register/${row.id}">${inLanguage({ en: row.title_en, zh: row.title_zh }, language)}</a>${reference}</div>`,
    ...shown.map((column) => drawn(column, row, columnText(column, row, { day, language, on }), { day, language })),
  ]
}

/** A text of any length stays a cell of a list: the whole of it stands on the agreement's page, and in exports. */
const longest = 200

function drawn(
  column: EntryColumn,
  row: EntryFound,
  text: string,
  { day, language }: { day: Temporal.PlainDate; language: Language },
): Content {
  if (column === 'partner')
    return html`<a href="/partners/${row.partner}">${inLanguage({ en: row.name_en, zh: row.name_zh }, language)}</a>`
  const standing = column === 'standing' && standingOn(datesOf(row), day)
  if (standing === 'ending' || standing === 'expired') return html`<strong>${text}</strong>`
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
