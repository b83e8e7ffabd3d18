/** The agreements found, with the sentence that says what was asked. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { type Content, empty, type Html, html, inLanguage, table } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { entriesPager, entriesTools } from './entries-tools-view.ts'
import type { EntriesView } from './entries-view.ts'
import { filterWords } from './entry-filter.ts'
import type { EntryFound } from './entry-search.ts'
import { datesOf, standingOn } from './entry-standing.ts'
import { kindWords, standingWords } from './entry-value-words.ts'
import { entryWords } from './entry-words.ts'

/** What was found, with the sentence that says what was asked; fetched alone while someone types. */
export function entryList(c: Context<WebEnv>, view: EntriesView): Html {
  const { language } = c.var
  const w = speak(entryWords, language)
  const said = filterWords(view.asked, view, language)
  if (view.rows.length === 0)
    return html`<p class="visually-hidden" role="status">${w.none}</p>${empty({ title: w.none, text: html`${said}. ${w.noneText}` })}`
  const columns = [
    { label: w.agreement, head: true },
    { label: w.partner },
    { label: w.kind },
    { label: w.standing },
    { label: w.signed },
    { label: w.ends },
  ]
  const count = w.count(view.total.toLocaleString('en-GB'), view.total === 1)
  return html`<div class="bar"><p role="status"><strong>${count}</strong> <span class="muted">${said}</span></p>${entriesTools(c, view)}</div>
    ${table({ caption: said, captionHidden: true, columns, rows: view.rows.map((row) => entryRow(c, row, view.day)) })}${entriesPager(c, view)}`
}

function entryRow(c: Context<WebEnv>, row: EntryFound, day: Temporal.PlainDate): Content[] {
  const { language } = c.var
  const w = speak(entryWords, language)
  const on = (date: Temporal.PlainDate | null) =>
    date ? dateWords(date.toZonedDateTime('UTC').toInstant(), 'UTC', language) : ''
  const standing = standingOn(datesOf(row), day)
  const urgent = standing === 'ending' || standing === 'expired'
  return [
    html`<div><a class="register-title" href="/register/${row.id}">${inLanguage({ en: row.title_en, zh: row.title_zh }, language)}</a>${row.reference ? html`<br><span class="muted small">${row.reference}</span>` : ''}</div>`,
    html`<a href="/partners/${row.partner}">${inLanguage({ en: row.name_en, zh: row.name_zh }, language)}</a>`,
    kindWords[row.kind][language],
    urgent ? html`<strong>${standingWords[standing][language]}</strong>` : standingWords[standing][language],
    on(row.signed_on),
    on(row.terminated_on ?? row.ends_on) || w.openEnd,
  ]
}
